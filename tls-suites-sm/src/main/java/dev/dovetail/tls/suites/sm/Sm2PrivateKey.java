package dev.dovetail.tls.suites.sm;

import java.io.IOException;
import java.math.BigInteger;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECParameterSpec;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;

/** A private key on curveSM2, in the JCA's type for such keys. A BigInteger can't be overwritten, only forgotten. */
final class Sm2PrivateKey implements ECPrivateKey {

    private static final long serialVersionUID = 1L;

    private static final int SCALAR_BITS = 256;

    private final transient BigInteger scalar;

    private Sm2PrivateKey(BigInteger scalar) {
        this.scalar = scalar;
    }

    /** The key; empty for what is none. */
    static Optional<Sm2PrivateKey> of(byte[] info) {
        try {
            PrivateKeyInfo parsed = PrivateKeyInfo.getInstance(info);
            if (!parsed.getPrivateKeyAlgorithm().equals(Sm2Curve.ALGORITHM)) return Optional.empty();
            BigInteger scalar = org.bouncycastle.asn1.sec.ECPrivateKey.getInstance(parsed.parsePrivateKey())
                    .getKey();
            return Sm2Curve.isPrivate(scalar) ? Optional.of(new Sm2PrivateKey(scalar)) : Optional.empty();
        } catch (IOException | RuntimeException another) {
            // BouncyCastle's parsers throw many things at what is none of theirs.
            return Optional.empty();
        }
    }

    @Override
    public BigInteger getS() {
        return scalar;
    }

    @Override
    public ECParameterSpec getParams() {
        return Sm2Curve.PARAMETERS;
    }

    @Override
    public String getAlgorithm() {
        return "EC";
    }

    @Override
    public String getFormat() {
        return "PKCS#8";
    }

    @Override
    public byte[] getEncoded() {
        try {
            return new PrivateKeyInfo(
                            Sm2Curve.ALGORITHM, new org.bouncycastle.asn1.sec.ECPrivateKey(SCALAR_BITS, scalar))
                    .getEncoded("DER");
        } catch (IOException e) {
            throw new IllegalStateException("a key has no encoding", e);
        }
    }

    /** The kind of key, never the key. */
    @Override
    public String toString() {
        return "SM2 private key";
    }
}
