package dev.dovetail.tls.provider.accp;

import dev.dovetail.tls.api.spi.Availability;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Optional;

/**
 * A signature algorithm of ACCP's, and of the JCA for keys that ACCP can't take over because they don't show
 * themselves: these are used where they live.
 *
 * @param algorithm the JCA's name
 * @param parameters what the name does not say
 * @param keys how keys come to ACCP
 */
record AccpSignature(String algorithm, Optional<AlgorithmParameterSpec> parameters, AccpKeys keys) {

    static AccpSignature of(String algorithm, AccpKeys keys) {
        return new AccpSignature(algorithm, Optional.empty(), keys);
    }

    Availability availability() {
        return Accp.availability("Signature", algorithm);
    }

    byte[] sign(PrivateKey key, byte[] content, SecureRandom random) throws GeneralSecurityException {
        try (TakenKey taken = keys.take(key)) {
            Signature signature = taken.key().isPresent()
                    ? Signature.getInstance(algorithm, Accp.provider())
                    : Signature.getInstance(algorithm);
            signature.initSign(taken.key().orElse(key), random);
            // After the key: before it, parameters would settle on the first provider, whatever the key needs.
            if (parameters.isPresent()) signature.setParameter(parameters.get());
            signature.update(content);
            return signature.sign();
        } catch (RuntimeException e) {
            // What devices report, ProviderException above all, is not checked.
            throw new SignatureException(algorithm + ": the key can't be used", e);
        }
    }

    /** Signature and key come from the peer: whatever ACCP dislikes about them is a wrong signature. */
    boolean verify(PublicKey key, byte[] content, byte[] bytes) {
        try {
            Signature signature = Signature.getInstance(algorithm, Accp.provider());
            signature.initVerify(keys.take(key).orElseThrow(() -> new InvalidKeyException("it shows no encoding")));
            if (parameters.isPresent()) signature.setParameter(parameters.get());
            signature.update(content);
            return signature.verify(bytes);
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }
}
