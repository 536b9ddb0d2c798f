package dev.dovetail.tls.peers.soak;

import java.util.Random;

/** How a connection ends. */
enum Ending {
    /** The client closes once all is back. */
    CLIENT_CLOSES("client closes", 36, false),
    /** The client ends its direction while data is still on its way back; only TLS 1.3 lets it. */
    CLIENT_HALF_CLOSES("client closes half", 12, false),
    /** The server closes once all is back. */
    SERVER_CLOSES("server closes", 12, false),
    /** The server ends its direction, and the client still has something to say; only TLS 1.3 lets it. */
    SERVER_HALF_CLOSES("server closes half", 8, false),
    /** The client closes TCP and says nothing. */
    CLIENT_DROPS("client drops TCP", 8, true),
    /** The client resets TCP. */
    CLIENT_RESETS("client resets TCP", 8, true),
    /** The server closes TCP and says nothing. */
    SERVER_DROPS("server drops TCP", 4, true),
    /** The server resets TCP. */
    SERVER_RESETS("server resets TCP", 4, true),
    /** The client sends bytes that are no records, or not the right ones. */
    GARBAGE("client sends garbage", 8, true);

    private static final int WEIGHTS = 100;

    private final String text;
    private final int weight;
    private final boolean disturbance;

    Ending(String text, int weight, boolean disturbance) {
        this.text = text;
        this.weight = weight;
        this.disturbance = disturbance;
    }

    /** One of them, some more often than others. */
    static Ending any(Random random) {
        int left = random.nextInt(WEIGHTS);
        for (Ending ending : values()) {
            left -= ending.weight;
            if (left < 0) return ending;
        }
        throw new IllegalStateException("the weights are not " + WEIGHTS);
    }

    /** The same where a connection can't be half closed: RFC 5246 7.2.1 lets the peer discard what it still has. */
    Ending whole() {
        return switch (this) {
            case CLIENT_HALF_CLOSES -> CLIENT_CLOSES;
            case SERVER_HALF_CLOSES -> SERVER_CLOSES;
            default -> this;
        };
    }

    /** Whether errors are what it is to lead to. */
    boolean disturbance() {
        return disturbance;
    }

    boolean byServer() {
        return this == SERVER_CLOSES || this == SERVER_HALF_CLOSES || this == SERVER_DROPS || this == SERVER_RESETS;
    }

    @Override
    public String toString() {
        return text;
    }
}
