package dev.dovetail.tls.benchmarks.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the figures of one run stand to each other.
 *
 * @param all the run's figures
 */
public record Ratios(List<Figure> all) {

    /** Of our engine. */
    public static final String OURS = "dovetail";

    /** Of the JDK's own TLS. */
    public static final String SUNJSSE = "sunjsse";

    public Ratios {
        all = List.copyOf(all);
    }

    /**
     * A ratio, and to whom.
     *
     * @param times how many times as good as the other
     * @param other who that is
     */
    public record Ratio(double times, Figure other) {}

    /**
     * How many times as good as the JDK's own TLS, at its best.
     *
     * @param own one of ours
     * @return empty if there is nothing to compare, or the figure is not ours
     */
    public Optional<Ratio> toSunJsse(Figure own) {
        return toBest(own, peers(own).filter(peer -> peer.contender().equals(SUNJSSE)));
    }

    /**
     * How many times as good as the best of all peers.
     *
     * @param own one of ours
     * @return empty if there is nothing to compare, or the figure is not ours
     */
    public Optional<Ratio> toBestPeer(Figure own) {
        return toBest(own, peers(own));
    }

    /**
     * Which part of the bare cipher's speed is left: 1 means that nothing is lost.
     *
     * @param figure of our engine, with the bare cipher of the same implementation; or of anyone else, with the fastest
     *     if that one is not known
     * @return empty if there is nothing to compare
     */
    public Optional<Ratio> toFloor(Figure figure) {
        if (figure.side() == Side.FLOOR) return Optional.empty();
        // Without an implementation it is an empty process, and no cipher.
        List<Figure> floors = others(figure, Side.FLOOR)
                .filter(floor -> !floor.implementation().isEmpty())
                .toList();
        List<Figure> same = floors.stream()
                .filter(floor -> floor.implementation().equals(figure.implementation()))
                .toList();
        boolean any = same.isEmpty() && !figure.contender().equals(OURS);
        return toBest(figure, (any ? floors : same).stream());
    }

    private Stream<Figure> peers(Figure own) {
        return own.side() == Side.OWN ? others(own, Side.PEER) : Stream.empty();
    }

    private Stream<Figure> others(Figure figure, Side side) {
        return all.stream().filter(other -> other.side() == side).filter(figure::comparesWith);
    }

    private static Optional<Ratio> toBest(Figure figure, Stream<Figure> others) {
        return others.min(Comparator.comparingDouble(Figure::value))
                .map(other -> new Ratio(other.value() / figure.value(), other));
    }
}
