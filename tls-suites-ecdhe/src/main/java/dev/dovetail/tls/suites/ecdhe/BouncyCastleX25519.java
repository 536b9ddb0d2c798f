package dev.dovetail.tls.suites.ecdhe;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.NamedGroup;
import java.security.SecureRandom;
import org.bouncycastle.math.ec.rfc7748.X25519;

/** x25519 over BouncyCastle. */
@AutoService(NamedGroup.class)
public final class BouncyCastleX25519 extends BouncyCastleMontgomeryGroup {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public BouncyCastleX25519() {
        super(GroupFacts.X25519);
    }

    @Override
    void privateKey(SecureRandom random, byte[] key) {
        X25519.generatePrivateKey(random, key);
    }

    @Override
    void publicKey(byte[] key, byte[] share) {
        X25519.generatePublicKey(key, 0, share, 0);
    }

    @Override
    boolean agree(byte[] key, byte[] share, byte[] secret) {
        return X25519.calculateAgreement(key, 0, share, 0, secret, 0);
    }
}
