package dev.dovetail.tls.benchmarks.report;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.StatUtils;

/**
 * How much two runs differ although nothing changed.
 *
 * <p>Iterations of one JVM share its fate (how it was compiled, what else the machine did in that minute), so their
 * spread alone promises more than it can hold. Where machine, JDK and versions are the same, the rows that aren't ours (peers
 * and bare ciphers) ran the same code twice: what they differ by is noise, whatever its cause. Their median is the machine's
 * drift, which is taken out; what nine of ten of them stay within beside it is the floor.
 *
 * @param floor the least change that counts, as a share
 * @param controls how many rows of others it was learnt from; 0 if it is the usual one
 * @param drift by how much those rows are faster than before, in the median; 0 if there are none
 */
public record Noise(double floor, int controls, double drift) {

    /** Choice: less than a twentieth is nobody's business on a machine that others use too. */
    static final double USUAL = 0.05;

    private static final int ENOUGH = 8;
    private static final double NINE_OF_TEN = 90;
    private static final double MEDIAN = 50;

    /** From the rows of both runs; {@code comparable} says whether machine and JDK are the same. */
    static Noise between(List<Figure[]> pairs, boolean comparable) {
        double[] logs = pairs.stream()
                .filter(pair -> pair[0].side() != Side.OWN)
                .mapToDouble(pair -> Math.log(pair[0].value() / pair[1].value()))
                .filter(Double::isFinite)
                .toArray();
        if (!comparable || logs.length < ENOUGH) return new Noise(USUAL, 0, 0);
        double drift = StatUtils.percentile(logs, MEDIAN);
        double[] sizes = Arrays.stream(logs).map(log -> Math.abs(log - drift)).toArray();
        double floor = Math.expm1(StatUtils.percentile(sizes, NINE_OF_TEN));
        return new Noise(Math.max(USUAL, floor), logs.length, Math.expm1(drift));
    }

    /** What a value of the later run would be without the drift. */
    double undrifted(double value) {
        return value * (1 + drift);
    }

    /** Whether a row only tells the noise: one that is not ours, of the same version as before. */
    boolean isLearntFrom(Figure figure) {
        return controls > 0 && figure.side() != Side.OWN;
    }

    /** Whether a ratio is beyond the floor, either way. */
    boolean isExceededBy(double ratio) {
        return Math.abs(Math.log(ratio)) > Math.log1p(floor);
    }
}
