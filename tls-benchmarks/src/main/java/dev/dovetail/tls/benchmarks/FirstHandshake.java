package dev.dovetail.tls.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The program that {@link StartUp} starts: one handshake of one contender, and the end. Where that is not ours, nothing of
 * ours is loaded beside this package: our catalog is asked for nothing.
 */
public final class FirstHandshake {

    /** Contenders that need nothing beside our modules and the JDK. */
    static final Set<String> ALONE = Set.of("dovetail", DovetailJsseStack.KEY, "sunjsse");

    private FirstHandshake() {}

    /**
     * Connects once, in memory.
     *
     * @param arguments the contender, the kind of handshake, and the directory with the certificates
     * @throws Exception if the handshake fails, or is another than was asked for
     */
    public static void main(String... arguments) throws Exception {
        HandshakeKind kind = HandshakeKind.valueOf(arguments[1]);
        ServerIdentity identity = ServerIdentity.read(Path.of(arguments[2]));
        if (arguments[0].equals("dovetail")) {
            OwnPeers.of(kind, List.of(identity), Plugins.DEFAULT, false)
                    .connect()
                    .close();
            return;
        }
        // Nobody is looked for who is not measured.
        PeerStack stack = switch (arguments[0]) {
            case DovetailJsseStack.KEY -> new DovetailJsseStack();
            case "sunjsse" -> new SunJsseStack();
            default -> PeerStacks.named(arguments[0]);
        };
        PeerPair.unasked(stack, kind, identity).connect().close();
    }
}
