package dev.dovetail.tls.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Why a negotiation found nothing: what each side offered, and for each candidate the rule that removed it.
 *
 * @param subject what was negotiated, for example {@code cipher suite}
 * @param own what we would use, in our order
 * @param peer what the peer offered, in its order; unknown values in hexadecimal
 * @param removed each candidate with the rule that removed it
 * @param advice what a person can change to make it work
 */
public record NegotiationReport(
        String subject, List<String> own, List<String> peer, List<Removal> removed, String advice) {

    /**
     * One candidate that was dropped.
     *
     * @param candidate its name
     * @param rule why it can't be used
     */
    public record Removal(String candidate, String rule) {}

    // Choice: a hello can offer 32,767 values; nobody reads more than these, and naming all costs time that a peer
    // controls.
    private static final int MOST_NAMED = 32;

    /** Keeps unmodifiable copies of the lists. */
    public NegotiationReport {
        own = List.copyOf(own);
        peer = peer.stream().map(Printable::of).toList();
        removed = List.copyOf(removed);
    }

    /**
     * The names of a peer's offers: of the first ones, and how many more there are.
     *
     * @param offers what the peer sent
     * @param name names one
     * @param <T> what is offered
     * @return at most 33 entries
     */
    public static <T> List<String> named(List<T> offers, Function<T, String> name) {
        List<String> names = new ArrayList<>();
        for (T offer : offers.subList(0, Math.min(MOST_NAMED, offers.size()))) names.add(name.apply(offer));
        if (offers.size() > MOST_NAMED) names.add("and " + (offers.size() - MOST_NAMED) + " more");
        return names;
    }

    /** A few lines for people. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append("  ").append(subject).append(": own offer  ").append(own).append('\n');
        text.append("  ").append(subject).append(": peer offer ").append(peer).append('\n');
        for (Removal removal : removed) {
            text.append("    ")
                    .append(removal.candidate())
                    .append(": ")
                    .append(removal.rule())
                    .append('\n');
        }
        return text.append("  ").append(advice).toString();
    }
}
