package dev.dovetail.tls.peers;

import java.util.Set;

/** What other providers can't do, and so is not asked of them. */
final class Limits {

    private Limits() {}

    /** BouncyCastle's refuses, and Conscrypt's does nothing. */
    static boolean updatesKeys(Contender contender) {
        return Set.of(Contender.DOVETAIL, Contender.SUN).contains(contender);
    }

    /**
     * BouncyCastle's closes both directions, whoever ends one; Conscrypt's if the peer does, and its socket ends its
     * own with TCP's word for it only, without close_notify.
     */
    static boolean livesOn(Pairing pairing, Side closing) {
        return pairing.client() != Contender.BOUNCY_CASTLE
                && pairing.server() != Contender.BOUNCY_CASTLE
                && pairing.of(closing.peer()) != Contender.CONSCRYPT
                && (pairing.of(closing) != Contender.CONSCRYPT || pairing.transport() == Transport.ENGINES);
    }

    /** Conscrypt's server goes on without a protocol. */
    static boolean refusesOtherApplicationProtocols(Contender server) {
        return server != Contender.CONSCRYPT;
    }

    /** BouncyCastle's session does not tell once the handshake is over. */
    static boolean tellsServerNames(Contender server) {
        return server != Contender.BOUNCY_CASTLE;
    }

    /** BouncyCastle's resumes in TLS 1.2 alone, and by session ids, which Dovetail's server has with a store only. */
    static boolean resumes(Pairing pairing) {
        boolean server = pairing.server() != Contender.BOUNCY_CASTLE || !pairing.tls13();
        return pairing.client() != Contender.BOUNCY_CASTLE && server;
    }
}
