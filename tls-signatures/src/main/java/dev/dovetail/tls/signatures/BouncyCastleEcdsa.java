package dev.dovetail.tls.signatures;

import dev.dovetail.tls.api.spi.Availability;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.SignatureException;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.util.Optional;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;

/**
 * ECDSA over BouncyCastle's lightweight API. Choice: not over its JCA provider, which was measured up to three times
 * slower because it converts every key of the JDK; and the hash is the JDK's, which is four times as fast. Multiplying by a
 * nonce, and inverting it, takes the same steps for each nonce. The rest of a signature is {@link BigInteger}'s work, which
 * does not: {@code docs/decisions.md} weighs that.
 */
abstract class BouncyCastleEcdsa extends EcdsaScheme {

    private final RecentKeys recent = new RecentKeys();

    BouncyCastleEcdsa(EcdsaFacts facts) {
        super(facts);
    }

    @Override
    public final String implementation() {
        return BouncyCastle.NAME;
    }

    @Override
    public final Availability availability() {
        return BouncyCastle.availability();
    }

    /**
     * Measured on P-256, on JDK 17 and 25: a signature takes 73 and 63 µs, by the JDK 462 and 114; a verification with a key
     * that came before 78 and 65, by the JDK 880 and 371.
     */
    @Override
    public final int priority() {
        return 10;
    }

    @Override
    final boolean supports(ECParameterSpec curve) {
        return BouncyCastleCurve.of(curve).isPresent();
    }

    @Override
    public final byte[] sign(PrivateKey key, byte[] content, SecureRandom random) throws GeneralSecurityException {
        Optional<BigInteger> scalar = scalar(key);
        // A key that does not show itself is used where it lives.
        if (scalar.isEmpty()) return super.sign(key, content, random);
        BouncyCastleCurve curve = BouncyCastleCurve.of(((ECPrivateKey) key).getParams())
                .orElseThrow(() -> new SignatureException(name() + ": the key's curve has no name"));
        try {
            return curve.sign(scalar.get(), hash(content), random).toDer();
        } catch (RuntimeException e) {
            throw new SignatureException(name() + ": the key can't be used", e);
        }
    }

    @Override
    final boolean verify(ECPublicKey key, byte[] content, byte[] bytes, EcdsaSignatureValue signature) {
        return BouncyCastleCurve.of(key.getParams())
                .map(curve -> verify(curve, key.getW(), hash(content), signature))
                .orElse(false);
    }

    /** The point is the peer's: one that is not on the curve verifies nothing. */
    private boolean verify(BouncyCastleCurve curve, ECPoint point, byte[] hash, EcdsaSignatureValue signature) {
        try {
            ECPublicKeyParameters known = recent.of(curve, point);
            boolean right = BouncyCastleCurve.verify(known, hash, signature);
            if (right) recent.keep(point, known);
            return right;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static Optional<BigInteger> scalar(PrivateKey key) {
        if (!(key instanceof ECPrivateKey ec) || key.getFormat() == null || ec.getParams() == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(ec.getS());
        } catch (RuntimeException e) {
            // Some devices hand out keys of this type that refuse the question.
            return Optional.empty();
        }
    }

    private byte[] hash(byte[] content) {
        try {
            return MessageDigest.getInstance(digest()).digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + digest(), e);
        }
    }
}
