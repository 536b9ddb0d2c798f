package dev.dovetail.tls.api;

import java.util.List;

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

    /** Keeps unmodifiable copies of the lists. */
    public NegotiationReport {
        own = List.copyOf(own);
        peer = List.copyOf(peer);
        removed = List.copyOf(removed);
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
