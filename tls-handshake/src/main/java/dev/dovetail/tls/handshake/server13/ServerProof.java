package dev.dovetail.tls.handshake.server13;

import dev.dovetail.tls.handshake.negotiation.SigningCredential;
import dev.dovetail.tls.handshake.psk.AcceptedKey;
import java.util.Optional;

/** How a server of TLS 1.3 shows who it is (RFC 8446 2): by a certificate, or by a key that both sides have already. */
sealed interface ServerProof extends AutoCloseable {

    /**
     * A certificate and a signature.
     *
     * @param signing with what
     */
    record BySignature(SigningCredential signing) implements ServerProof {

        @Override
        public Optional<SigningCredential> credential() {
            return Optional.of(signing);
        }

        @Override
        public Optional<AcceptedKey> preSharedKey() {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }

    /**
     * The Finished under a pre-shared key.
     *
     * @param accepted which; closed with this
     */
    record ByPreSharedKey(AcceptedKey accepted) implements ServerProof {

        @Override
        public Optional<SigningCredential> credential() {
            return Optional.empty();
        }

        @Override
        public Optional<AcceptedKey> preSharedKey() {
            return Optional.of(accepted);
        }

        @Override
        public void close() {
            accepted.close();
        }
    }

    /** What to sign with. */
    Optional<SigningCredential> credential();

    /** The key that was taken. */
    Optional<AcceptedKey> preSharedKey();

    @Override
    void close();
}
