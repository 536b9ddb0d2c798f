package dev.dovetail.tls.signatures.mldsa;

import dev.dovetail.tls.api.spi.Availability;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.Optional;

/** ML-DSA over BouncyCastle, on every JDK. It can be made where BouncyCastle is missing, to say so. */
abstract class BouncyCastleMlDsa extends MlDsaScheme {

    BouncyCastleMlDsa(MlDsaFacts facts) {
        super(facts);
    }

    @Override
    public final String implementation() {
        return "BouncyCastle";
    }

    @Override
    public final Availability availability() {
        try {
            BouncyCastleSigning.of(facts);
            return Availability.available();
        } catch (LinkageError e) {
            return Availability.unavailable("BouncyCastle is not there: add org.bouncycastle:bcprov-jdk18on");
        }
    }

    @Override
    final byte[] sign(PrivateKey key, byte[] info, byte[] content, SecureRandom random)
            throws GeneralSecurityException {
        return BouncyCastleSigning.of(facts).sign(info, content, random);
    }

    @Override
    final boolean verifyRaw(byte[] key, byte[] content, byte[] signature) {
        return BouncyCastleSigning.of(facts).verify(key, content, signature);
    }

    @Override
    public final Optional<PrivateKey> privateKey(byte[] info) {
        return BouncyCastleSigning.of(facts).privateKey(info);
    }
}
