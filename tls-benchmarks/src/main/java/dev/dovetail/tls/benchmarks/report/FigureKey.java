package dev.dovetail.tls.benchmarks.report;

/**
 * What makes a figure of one run the same as one of another.
 *
 * @param section which benchmark
 * @param subject what was compared: a suite, a kind of handshake, a group
 * @param size bytes of payload; 0 where there is none
 * @param contender short key of who was measured
 * @param by who was measured, for people
 */
public record FigureKey(String section, String subject, int size, String contender, String by) {

    @Override
    public String toString() {
        return section + " " + subject + (size == 0 ? "" : " " + size) + " " + by;
    }
}
