package dev.dovetail.tls.handshake.replay;

import dev.dovetail.tls.api.Secret;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Arrays;
import javax.crypto.KeyAgreement;

/**
 * An ephemeral key pair that was recorded. The agreement is the JDK's, so that what a replay compares does not come from
 * the code that it checks.
 *
 * @param curve which curve
 * @param key the private key
 * @param share the public key as it went over the wire
 */
record RecordedPair(Curve curve, byte[] key, byte[] share) {

    enum Curve {
        X25519(0x001d, "x25519"),
        P256(0x0017, "secp256r1");

        private final int code;
        private final String groupName;

        Curve(int code, String groupName) {
            this.code = code;
            this.groupName = groupName;
        }

        int code() {
            return code;
        }

        String groupName() {
            return groupName;
        }
    }

    static RecordedPair of(Curve curve, Trace.Step step) {
        return new RecordedPair(curve, step.value("private key"), step.value("public key"));
    }

    Secret agree(byte[] peer) {
        try {
            KeyAgreement agreement = KeyAgreement.getInstance(curve == Curve.X25519 ? "X25519" : "ECDH");
            agreement.init(privateKey());
            agreement.doPhase(publicKey(peer), true);
            return Secret.of(agreement.generateSecret());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private PrivateKey privateKey() throws GeneralSecurityException {
        if (curve == Curve.X25519) {
            return KeyFactory.getInstance("X25519")
                    .generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, key.clone()));
        }
        return KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(new BigInteger(1, key), p256()));
    }

    private PublicKey publicKey(byte[] point) throws GeneralSecurityException {
        if (curve == Curve.P256) {
            BigInteger x = new BigInteger(1, Arrays.copyOfRange(point, 1, 33));
            BigInteger y = new BigInteger(1, Arrays.copyOfRange(point, 33, 65));
            return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), p256()));
        }
        byte[] u = new byte[point.length];
        for (int i = 0; i < u.length; i++) u[i] = point[point.length - 1 - i];
        u[0] &= 0x7f;
        return KeyFactory.getInstance("X25519")
                .generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, new BigInteger(1, u)));
    }

    private static ECParameterSpec p256() throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }
}
