package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.benchmarks.report.Side;

/**
 * Whose code is measured.
 *
 * @param side ours, or what ours is compared with
 * @param key one word that never changes: what {@code --peer} and files call it
 * @param label for people
 * @param implementation whose primitives; empty where that can't be chosen
 */
record Contender(Side side, String key, String label, String implementation) {

    /** The key of our engine. */
    static final String OWN = "dovetail";

    private static final String BARE = "bare";
    private static final String JDK = "jdk";

    /** Our engine; {@link Plugins#DEFAULT} is what is used unasked. */
    static Contender own(String implementation) {
        String label = implementation.equals(Plugins.DEFAULT) ? "Dovetail" : "Dovetail, " + implementation;
        return new Contender(Side.OWN, OWN, label, implementation);
    }

    /** One algorithm: implementations of it are compared with the JDK's. */
    static Contender algorithm(String implementation) {
        if (implementation.equals(Plugins.DEFAULT)) return own(implementation);
        return implementation.equals("JDK")
                ? new Contender(Side.PEER, JDK, implementation, implementation)
                : new Contender(Side.OWN, OWN, implementation, implementation);
    }

    /** The provider's cipher. */
    static Contender bareCipher(String implementation) {
        return new Contender(Side.FLOOR, BARE, "bare cipher, " + implementation, implementation);
    }

    /** A JVM that starts and ends. */
    static Contender emptyJvm() {
        return new Contender(Side.FLOOR, BARE, "empty JVM", "");
    }

    /** What the JDK has for a piece of a handshake. */
    static Contender jdk(String label) {
        return new Contender(Side.PEER, JDK, label, "");
    }

    /** A stack. Ours through {@code javax.net.ssl} is ours as well. */
    static Contender of(PeerStack stack) {
        Side side = stack.key().equals(DovetailJsseStack.KEY) ? Side.OWN : Side.PEER;
        return new Contender(side, stack.key(), stack.label(), "");
    }

    /** The same, of which one thing more is to be told. */
    Contender with(String detail) {
        return new Contender(side, key, label + ", " + detail, implementation);
    }
}
