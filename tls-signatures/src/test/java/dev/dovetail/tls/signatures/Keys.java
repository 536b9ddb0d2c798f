package dev.dovetail.tls.signatures;

import dev.dovetail.tls.api.spi.SignatureScheme;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Key pairs of every kind, each made once. */
final class Keys {

    private static final Map<String, KeyPair> MADE = new ConcurrentHashMap<>();

    private Keys() {}

    static KeyPair secp256r1() {
        return ec("secp256r1");
    }

    static KeyPair ec(String curve) {
        return MADE.computeIfAbsent(curve, name -> make("EC", new ECGenParameterSpec(name)));
    }

    static KeyPair edwards(String curve) {
        return MADE.computeIfAbsent(curve, name -> make(name, null));
    }

    static KeyPair rsa(int bits) {
        return MADE.computeIfAbsent("RSA " + bits, name -> make("RSA", rsaSize(bits, null)));
    }

    static KeyPair pss(int bits) {
        return MADE.computeIfAbsent("PSS " + bits, name -> make("RSASSA-PSS", rsaSize(bits, null)));
    }

    /** A key that says how it may be used (RFC 4055 1.2). */
    static KeyPair restricted(String digest, String mask, int salt) {
        PSSParameterSpec only = new PSSParameterSpec(digest, "MGF1", new MGF1ParameterSpec(mask), salt, 1);
        return MADE.computeIfAbsent("PSS " + digest + mask + salt, name -> make("RSASSA-PSS", rsaSize(2048, only)));
    }

    /** A pair that fits a scheme in both versions. */
    static KeyPair of(SignatureScheme scheme) {
        return switch (scheme.name()) {
            case "ecdsa_secp256r1_sha256", "ecdsa_sha1" -> secp256r1();
            case "ecdsa_secp384r1_sha384" -> ec("secp384r1");
            case "ecdsa_secp521r1_sha512" -> ec("secp521r1");
            case "ed25519" -> edwards("Ed25519");
            case "ed448" -> edwards("Ed448");
            default -> scheme.name().startsWith("rsa_pss_pss") ? pss(2048) : rsa(2048);
        };
    }

    private static AlgorithmParameterSpec rsaSize(int bits, PSSParameterSpec parameters) {
        return new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4, parameters);
    }

    private static KeyPair make(String algorithm, AlgorithmParameterSpec parameters) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (parameters != null) generator.initialize(parameters);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
