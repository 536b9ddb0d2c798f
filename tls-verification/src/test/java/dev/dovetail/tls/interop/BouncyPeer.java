package dev.dovetail.tls.interop;

import java.util.List;
import java.util.Optional;

/** What a client or a server of BouncyCastle saw. */
interface BouncyPeer {

    /**
     * What it says was agreed on.
     *
     * @param version the name of the version
     * @param suite two bytes
     * @param group two bytes, or a negative number
     * @param peerChain the certificates that the peer sent, DER
     */
    record Agreement(String version, int suite, int group, List<byte[]> peerChain) {}

    /** Empty until the handshake is done. */
    Optional<Agreement> agreement();

    /** Whether an earlier session went on. */
    boolean resumed();

    /** Whether the peer's close_notify has come. */
    boolean closed();
}
