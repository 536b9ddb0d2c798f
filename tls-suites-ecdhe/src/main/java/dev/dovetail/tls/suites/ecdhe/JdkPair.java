package dev.dovetail.tls.suites.ecdhe;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.api.spi.NamedGroup;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import javax.crypto.KeyAgreement;
import org.jspecify.annotations.Nullable;

/** A key pair of the JDK, whose keys can't be overwritten, only forgotten. */
final class JdkPair implements NamedGroup.Initiator {

    /** Makes a key of a share. */
    @FunctionalInterface
    interface Decoder {
        PublicKey decode(byte[] share) throws IllegalShareException;
    }

    private final String algorithm;
    private final byte[] share;
    private final Decoder decoder;
    private @Nullable PrivateKey key;

    JdkPair(String algorithm, PrivateKey key, byte[] share, Decoder decoder) {
        this.algorithm = algorithm;
        this.key = key;
        this.share = share;
        this.decoder = decoder;
    }

    @Override
    public byte[] share() {
        return share.clone();
    }

    @Override
    public Secret decapsulate(byte[] responderShare) throws IllegalShareException {
        PrivateKey own = key;
        if (own == null) throw EllipticCurveGroup.closed();
        PublicKey peer = decoder.decode(responderShare);
        KeyAgreement agreement = agreement(own);
        try {
            agreement.doPhase(peer, true);
            return Secret.of(agreement.generateSecret());
        } catch (GeneralSecurityException | RuntimeException e) {
            // The JDK refuses points of small order here, as RFC 7748 6.1 wants it.
            throw new IllegalShareException(algorithm + ": the JDK refuses the share", e);
        }
    }

    @Override
    public void close() {
        key = null;
    }

    private KeyAgreement agreement(PrivateKey own) {
        try {
            KeyAgreement agreement = KeyAgreement.getInstance(algorithm);
            agreement.init(own);
            return agreement;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(algorithm + " was available before", e);
        }
    }
}
