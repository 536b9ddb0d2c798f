package dev.dovetail.tls.signatures;

import dev.dovetail.tls.api.spi.Availability;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Optional;

/**
 * A signature algorithm of the JCA. No provider is named: the JCA takes the first one that accepts the key, so a key that
 * lives in a device is used by the device's provider.
 *
 * @param algorithm the JCA's name
 * @param parameters what the name does not say
 */
record JcaSignature(String algorithm, Optional<AlgorithmParameterSpec> parameters) {

    static JcaSignature of(String algorithm) {
        return new JcaSignature(algorithm, Optional.empty());
    }

    /** Whether this Java has it: a trimmed one may lack {@code jdk.crypto.ec}. */
    Availability availability() {
        try {
            Signature.getInstance(algorithm);
            return Availability.available();
        } catch (NoSuchAlgorithmException e) {
            return Availability.unavailable("no JCA provider has " + algorithm + ": is jdk.crypto.ec missing?");
        }
    }

    byte[] sign(PrivateKey key, byte[] content, SecureRandom random) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm);
        try {
            signature.initSign(key, random);
            // After the key: before it, parameters would settle on the first provider, whatever the key needs.
            if (parameters.isPresent()) signature.setParameter(parameters.get());
            signature.update(content);
            return signature.sign();
        } catch (RuntimeException e) {
            // What devices report, ProviderException above all, is not checked.
            throw new SignatureException(algorithm + ": the key can't be used", e);
        }
    }

    /** Signature, key and even the curve come from the peer: whatever a provider dislikes about them is a wrong signature. */
    boolean verify(PublicKey key, byte[] content, byte[] bytes) {
        Signature signature = instance();
        try {
            signature.initVerify(key);
            if (parameters.isPresent()) signature.setParameter(parameters.get());
            signature.update(content);
            return signature.verify(bytes);
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    private Signature instance() {
        try {
            return Signature.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(algorithm + " was not available: see availability()", e);
        }
    }
}
