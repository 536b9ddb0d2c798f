package dev.dovetail.tls.benchmarks.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.jspecify.annotations.Nullable;

/**
 * What came out of one measurement, in one JVM or in several. In every unit less is better.
 *
 * @param section which benchmark
 * @param subject what is compared: a suite, a kind of handshake, a group
 * @param size bytes of payload; 0 where there is none
 * @param side whose code
 * @param contender short key of who was measured
 * @param by who was measured, for people
 * @param implementation whose primitives; empty where that can't be chosen
 * @param unit what the iterations' values count
 * @param iterations the value of each, at least one
 * @param allocated bytes allocated on the heap in one operation; null where that was not counted
 * @param jvms in how many JVMs it was measured, one after the other; each made as many iterations
 * @param cutShort whether it was not steady yet when the time to warm up was over, each time that it was measured
 */
@JsonPropertyOrder({
    "section",
    "subject",
    "size",
    "side",
    "contender",
    "by",
    "implementation",
    "unit",
    "best",
    "mean",
    "error",
    "spread"
})
public record Figure(
        String section,
        String subject,
        int size,
        Side side,
        String contender,
        String by,
        String implementation,
        Unit unit,
        List<Double> iterations,
        @Nullable Double allocated,
        int jvms,
        boolean cutShort) {

    private static final double CONFIDENCE = 0.95;
    private static final double NEAR = 1.05;
    private static final double RESTLESS = 0.2;
    private static final int QUARTER = 4;

    public Figure {
        iterations = List.copyOf(iterations);
        if (iterations.isEmpty()) {
            throw new IllegalArgumentException(section + " " + subject + " " + by + ": there is no iteration");
        }
    }

    /**
     * What to recognise it by in another run.
     *
     * @return its key
     */
    @JsonIgnore
    public FigureKey key() {
        return new FigureKey(section, subject, size, contender, by);
    }

    /**
     * What tables show and ratios are made of: the best iteration. What else happens on a machine only ever takes time away,
     * and on one that is shared it does so for seconds: a mean would tell more of the neighbours than of the code. What the
     * collector does later about {@link #allocated()} is mostly left out.
     *
     * @return in {@link #unit()}
     */
    @JsonProperty("best")
    public double value() {
        return least();
    }

    /**
     * The arithmetic mean over all iterations.
     *
     * @return in {@link #unit()}
     */
    @JsonProperty
    public double mean() {
        return StatUtils.mean(values());
    }

    /**
     * Half the confidence interval of the mean, by Student's distribution.
     *
     * @return in {@link #unit()}, with a confidence of 95 %; 0 for a single iteration, of which nobody can tell
     */
    @JsonProperty
    public double error() {
        int count = iterations.size();
        if (count < 2) return 0;
        double quantile = new TDistribution(count - 1.0).inverseCumulativeProbability(1 - (1 - CONFIDENCE) / 2);
        return quantile * Math.sqrt(StatUtils.variance(values()) / count);
    }

    /**
     * Half the way from the least iteration to the largest.
     *
     * @return as a share of the mean
     */
    @JsonProperty
    public double spread() {
        return mean() == 0 ? 0 : (most() - least()) / 2 / mean();
    }

    /**
     * Whether the best iteration is no stroke of luck.
     *
     * @return whether a quarter of the iterations, it among them and two at the least, are within a twentieth of it; true if
     *     there is only one, which nothing can be held against
     */
    @JsonIgnore
    public boolean isConfirmed() {
        int wanted = Math.max(2, (iterations.size() + QUARTER - 1) / QUARTER);
        double most = least() * NEAR;
        return iterations.size() == 1
                || iterations.stream().filter(value -> value <= most).count() >= wanted;
    }

    /**
     * Whether something took time away from some iterations.
     *
     * @return whether the best and the worst are far apart
     */
    @JsonIgnore
    public boolean isRestless() {
        return spread() > RESTLESS;
    }

    /**
     * The same measurement, made once more.
     *
     * @param again its figure then
     * @return with the iterations of both; and of what was allocated the lesser, as a warmer JVM allocates less
     * @throws IllegalArgumentException if that is another one
     */
    public Figure and(Figure again) {
        if (!again.key().equals(key())) throw new IllegalArgumentException(again.key() + " is not " + key());
        List<Double> all = new ArrayList<>(iterations);
        all.addAll(again.iterations);
        Double less = lesser(allocated, again.allocated);
        return new Figure(
                section,
                subject,
                size,
                side,
                contender,
                by,
                implementation,
                unit,
                all,
                less,
                jvms + again.jvms,
                cutShort && again.cutShort);
    }

    private static @Nullable Double lesser(@Nullable Double one, @Nullable Double other) {
        if (one == null || other == null) return null;
        return Math.min(one, other);
    }

    /**
     * The figure of fewer JVMs, to hold it against one that was measured less often: of more iterations the best is better. What
     * is left out is the first, which may have been measured again because it went badly.
     *
     * @param count how many iterations, at most; at least those of one JVM
     * @return with the last of them
     */
    Figure last(int count) {
        int ofEach = iterations.size() / jvms;
        int kept = Math.min(jvms, Math.max(1, count / ofEach));
        List<Double> some = iterations.subList(iterations.size() - kept * ofEach, iterations.size());
        return new Figure(
                section, subject, size, side, contender, by, implementation, unit, some, allocated, kept, cutShort);
    }

    /**
     * The best iteration.
     *
     * @return in {@link #unit()}
     */
    public double least() {
        return StatUtils.min(values());
    }

    /**
     * The worst iteration.
     *
     * @return in {@link #unit()}
     */
    public double most() {
        return StatUtils.max(values());
    }

    /**
     * The iterations.
     *
     * @return the caller's own array
     */
    public double[] values() {
        return iterations.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /**
     * Whether the two did the same work, so that a ratio makes sense.
     *
     * @param other of the same run
     * @return whether section, subject, size and unit are the same
     */
    public boolean comparesWith(Figure other) {
        return section.equals(other.section)
                && subject.equals(other.subject)
                && size == other.size
                && unit == other.unit;
    }
}
