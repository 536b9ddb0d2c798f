package dev.dovetail.tls.jsse.session;

import dev.dovetail.tls.handshake.credential.HandshakeFacts;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a handshake has come, for managers and selectors that ask its engine or socket. Written by the thread that runs
 * the handshake's step, read by whom that step calls.
 */
public final class HandshakeProgress {

    private static final char[] NONE = {};

    private final @Nullable String peerHost;
    private final int peerPort;
    private volatile @Nullable SchemeNames names;
    private volatile @Nullable HandshakeSession session;
    private volatile char[] peerSchemes = NONE;
    private volatile boolean over;

    /**
     * A handshake that has settled nothing yet.
     *
     * @param peerHost as the application said it
     * @param peerPort as the application said it, or -1
     */
    public HandshakeProgress(@Nullable String peerHost, int peerPort) {
        this.peerHost = peerHost;
        this.peerPort = peerPort;
    }

    /**
     * The handshake begins.
     *
     * @param enabled the schemes that may be used
     */
    public void begun(SchemeNames enabled) {
        names = enabled;
    }

    /**
     * Something was settled.
     *
     * @param facts all that is
     * @param peerChain what the peer has shown, not judged yet
     */
    public synchronized void reached(HandshakeFacts facts, List<X509Certificate> peerChain) {
        SchemeNames enabled = names();
        if (!facts.peerSchemes().isEmpty()) peerSchemes = SchemeNames.packed(facts.peerSchemes());
        // A step may still be running when the handshake has failed.
        if (over) return;
        session = new HandshakeSession(peerHost, peerPort, facts, peerChain, enabled);
    }

    /**
     * The schemes that may be used.
     *
     * @return those of {@link #begun}
     */
    public SchemeNames names() {
        SchemeNames enabled = names;
        if (enabled == null) throw new IllegalStateException("no handshake has begun");
        return enabled;
    }

    /** The handshake is over. */
    public synchronized void ended() {
        over = true;
        session = null;
    }

    /**
     * What is settled.
     *
     * @return null outside of a handshake, and before the version is settled
     */
    public @Nullable HandshakeSession session() {
        return session;
    }

    /**
     * The schemes that the peer accepts.
     *
     * @return their numbers, perhaps none
     */
    char[] peerSchemes() {
        return peerSchemes;
    }
}
