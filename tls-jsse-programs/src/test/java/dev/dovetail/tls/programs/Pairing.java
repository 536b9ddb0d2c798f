package dev.dovetail.tls.programs;

import java.util.stream.Stream;

/** Which stacks talk, and in which version. */
record Pairing(Stack client, Stack server, String version) {

    static final String TLS_1_2 = "TLSv1.2";
    static final String TLS_1_3 = "TLSv1.3";

    /** Ours with the JDK's both ways round, and with itself, in both versions: a JUnit method source. */
    static Stream<Pairing> all() {
        return Stream.of(TLS_1_3, TLS_1_2).flatMap(Pairing::in);
    }

    /** The same in the newest version alone. */
    static Stream<Pairing> newest() {
        return in(TLS_1_3);
    }

    /** Ours with the JDK's alone: a stack that we did not write has the last word. */
    static Stream<Pairing> withOthers() {
        return newest().filter(each -> each.client() != each.server());
    }

    private static Stream<Pairing> in(String version) {
        return Stream.of(
                new Pairing(Stack.DOVETAIL, Stack.JDK, version),
                new Pairing(Stack.JDK, Stack.DOVETAIL, version),
                new Pairing(Stack.DOVETAIL, Stack.DOVETAIL, version));
    }

    @Override
    public String toString() {
        return client + " asks " + server + " in " + version;
    }
}
