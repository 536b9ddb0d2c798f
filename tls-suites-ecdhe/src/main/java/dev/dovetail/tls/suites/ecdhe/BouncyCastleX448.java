package dev.dovetail.tls.suites.ecdhe;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.NamedGroup;
import java.security.SecureRandom;
import org.bouncycastle.math.ec.rfc7748.X448;

/** x448 over BouncyCastle. */
@AutoService(NamedGroup.class)
public final class BouncyCastleX448 extends BouncyCastleMontgomeryGroup {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public BouncyCastleX448() {
        super(GroupFacts.X448);
    }

    @Override
    void privateKey(SecureRandom random, byte[] key) {
        X448.generatePrivateKey(random, key);
    }

    @Override
    void publicKey(byte[] key, byte[] share) {
        X448.generatePublicKey(key, 0, share, 0);
    }

    @Override
    boolean agree(byte[] key, byte[] share, byte[] secret) {
        return X448.calculateAgreement(key, 0, share, 0, secret, 0);
    }
}
