package dev.dovetail.tls.benchmarks.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.TestUtils;
import org.jspecify.annotations.Nullable;

/**
 * A run beside an earlier one: which rows moved by more than the noise.
 *
 * <p>A row has moved if two things hold. Its iterations differ by Welch's test, with the chances of all rows corrected
 * together after Benjamini and Hochberg, so that of the rows said to have moved one in twenty may be a false alarm, however
 * many rows there are. Where one run made more iterations, those of its first JVMs are left out. And it differs by more than
 * the {@linkplain Noise noise between runs}. A row of a single iteration can't be tested and has to differ by {@value
 * #UNTESTED} times that noise.
 *
 * @param before the earlier run
 * @param after the later run
 * @param noise between the two
 * @param changes one for each row of either, in the order of the later run
 */
public record Comparison(Run before, Run after, Noise noise, List<Change> changes) {

    private static final double FALSE_ALARMS = 0.05;
    private static final int UNTESTED = 3;
    private static final double ALLOCATION_FLOOR = 0.05;
    private static final double ALLOCATION_BYTES = 32;

    public Comparison {
        changes = List.copyOf(changes);
    }

    /**
     * Compares.
     *
     * @param before the earlier run
     * @param after the later run
     * @return what moved, and what did not
     */
    public static Comparison of(Run before, Run after) {
        Map<FigureKey, Figure> old = byKey(before);
        Map<FigureKey, Figure> now = byKey(after);
        Set<FigureKey> keys = new LinkedHashSet<>(now.keySet());
        keys.addAll(old.keySet());
        List<FigureKey> both = keys.stream()
                .filter(key -> old.containsKey(key) && now.containsKey(key))
                .toList();
        List<Figure[]> pairs = both.stream()
                .map(key -> new Figure[] {old.get(key), now.get(key)})
                .map(pair -> alike(pair[0], pair[1]))
                .toList();
        Noise noise = Noise.between(pairs, warnings(before, after).isEmpty());
        double[] chances = corrected(pairs.stream()
                .mapToDouble(pair -> chance(pair[0], pair[1], noise))
                .toArray());
        List<Change> changes = new ArrayList<>();
        for (FigureKey key : keys) {
            int place = both.indexOf(key);
            Figure[] pair = place < 0 ? new Figure[] {old.get(key), now.get(key)} : pairs.get(place);
            changes.add(change(key, pair[0], pair[1], place < 0 ? 1 : chances[place], noise));
        }
        return new Comparison(before, after, noise, changes);
    }

    /**
     * Why the two should not be compared.
     *
     * @return sentences; none if machine, JDK and flags are the same
     */
    public List<String> warnings() {
        return warnings(before, after);
    }

    /**
     * Rows that moved, are new, or are gone.
     *
     * @param speed which
     * @return in order
     */
    public List<Change> with(Movement speed) {
        return changes.stream().filter(change -> change.speed() == speed).toList();
    }

    /**
     * Rows whose speed, memory or allocation moved; the largest moves of speed first.
     *
     * @return none if all is as it was
     */
    public List<Change> moved() {
        return changes.stream()
                .filter(change -> change.speed().isMove() || change.allocation().isMove())
                .sorted(Comparator.comparingDouble(
                        change -> change.speed().isMove() ? -Math.abs(Math.log(change.times())) : 0))
                .toList();
    }

    /** With as many iterations: those of the last JVMs. */
    private static Figure[] alike(Figure before, Figure after) {
        int count = Math.min(before.iterations().size(), after.iterations().size());
        return new Figure[] {before.last(count), after.last(count)};
    }

    private static Map<FigureKey, Figure> byKey(Run run) {
        return run.measurements().stream()
                .collect(Collectors.toMap(Figure::key, figure -> figure, (one, again) -> again, LinkedHashMap::new));
    }

    private static List<String> warnings(Run before, Run after) {
        List<String> warnings = new ArrayList<>();
        differs(warnings, "The machine", before.machine(), after.machine());
        differs(warnings, "The JDK", before.jdk().version(), after.jdk().version());
        differs(warnings, "The VM", before.jdk().vm(), after.jdk().vm());
        differs(
                warnings,
                "The flags of the JVM",
                before.jdk().flags(),
                after.jdk().flags());
        differs(warnings, "What takes part", others(before), others(after));
        return warnings;
    }

    private static void differs(List<String> warnings, String what, Object before, Object after) {
        if (!before.equals(after)) {
            warnings.add(
                    what + " differs: " + before + " before, " + after + " now. Not only our code may have moved.");
        }
    }

    private static Map<String, String> others(Run run) {
        Map<String, String> others = new TreeMap<>(run.versions());
        others.remove("Dovetail");
        return others;
    }

    private static Change change(
            FigureKey key, @Nullable Figure before, @Nullable Figure after, double chance, Noise noise) {
        if (before == null) return new Change(key, before, after, Double.NaN, 1, Movement.NEW, Movement.STILL);
        if (after == null) return new Change(key, before, after, Double.NaN, 1, Movement.GONE, Movement.STILL);
        double drifted = before.unit() == Unit.BYTES ? after.value() : noise.undrifted(after.value());
        double times = before.value() / drifted;
        boolean tested = before.iterations().size() > 1 && after.iterations().size() > 1;
        boolean moved = tested
                ? chance <= FALSE_ALARMS && noise.isExceededBy(times)
                : Math.abs(Math.log(times)) > UNTESTED * Math.log1p(noise.floor());
        Movement speed =
                !moved || noise.isLearntFrom(after) ? Movement.STILL : times > 1 ? Movement.BETTER : Movement.WORSE;
        return new Change(key, before, after, times, chance, speed, allocation(before.allocated(), after.allocated()));
    }

    /** Allocation is counted, not timed: it hardly varies, but a few bytes are no news. */
    private static Movement allocation(@Nullable Double before, @Nullable Double after) {
        if (before == null || after == null) return Movement.STILL;
        double difference = after - before;
        boolean moved = Math.abs(difference) > Math.max(ALLOCATION_BYTES, ALLOCATION_FLOOR * Math.max(before, after));
        return !moved ? Movement.STILL : difference < 0 ? Movement.BETTER : Movement.WORSE;
    }

    /** How probable a difference like this would be if nothing had changed. */
    private static double chance(Figure before, Figure after, Noise noise) {
        double[] one = before.values();
        double[] other = before.unit() == Unit.BYTES
                ? after.values()
                : Arrays.stream(after.values()).map(noise::undrifted).toArray();
        if (one.length < 2 || other.length < 2) return 1;
        double chance = TestUtils.tTest(one, other);
        // Where neither run varies at all there is no test: any difference is one.
        if (Double.isNaN(chance)) return one[0] == other[0] ? 1 : 0;
        return chance;
    }

    /** Benjamini and Hochberg (1995), step up: the share of false alarms at which each row would be called moved. */
    static double[] corrected(double... chances) {
        int[] order = IntStream.range(0, chances.length)
                .boxed()
                .sorted(Comparator.comparingDouble(place -> chances[place]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] corrected = Arrays.copyOf(chances, chances.length);
        double least = 1;
        for (int rank = order.length; rank > 0; rank--) {
            int place = order[rank - 1];
            least = Math.min(least, chances[place] * chances.length / rank);
            corrected[place] = least;
        }
        return corrected;
    }
}
