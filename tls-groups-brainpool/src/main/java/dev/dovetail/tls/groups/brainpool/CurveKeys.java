package dev.dovetail.tls.groups.brainpool;

import java.io.IOException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.teletrust.TeleTrusTNamedCurves;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.jcajce.provider.asymmetric.ec.KeyFactorySpi;

/** Keys of their encodings (RFC 5480 2, RFC 5915), which the JDK can't read: only those that name the curve. */
final class CurveKeys {

    private CurveKeys() {}

    static Optional<PublicKey> publicKey(BrainpoolCurve curve, byte[] encoded) {
        try {
            SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(encoded);
            boolean ours = names(curve, info.getAlgorithm()) && Arrays.equals(info.getEncoded("DER"), encoded);
            return ours ? Optional.of(new KeyFactorySpi.EC().generatePublic(info)) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            // Whatever BouncyCastle stumbles over, a point off the curve above all, is no key.
            return Optional.empty();
        }
    }

    static Optional<PrivateKey> privateKey(BrainpoolCurve curve, byte[] encoded) {
        try {
            PrivateKeyInfo info = PrivateKeyInfo.getInstance(encoded);
            boolean ours = names(curve, info.getPrivateKeyAlgorithm());
            return ours ? Optional.of(new KeyFactorySpi.EC().generatePrivate(info)) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static boolean names(BrainpoolCurve curve, AlgorithmIdentifier algorithm) {
        return algorithm.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
                && TeleTrusTNamedCurves.getOID(curve.name()).equals(algorithm.getParameters());
    }
}
