package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.api.spi.BulkCipher;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** What the JCA calls a cipher, its keys, and its parameters. */
enum JcaCipher {
    /** AES-GCM. */
    AES_GCM("AES/GCM/NoPadding", "AES") {
        @Override
        AlgorithmParameterSpec parameters(byte[] nonce, int tagBits) {
            return new GCMParameterSpec(tagBits, nonce);
        }
    },
    /** ChaCha20-Poly1305, whose tag has one length only. */
    CHACHA20_POLY1305("ChaCha20-Poly1305", "ChaCha20"),
    /** AES-CBC, which the record layer pads. */
    AES_CBC("AES/CBC/NoPadding", "AES");

    /** By the names of our parts; others have no floor. */
    private static final Map<String, JcaCipher> BY_PART = Map.of(
            "AES_128_GCM", AES_GCM,
            "AES_256_GCM", AES_GCM,
            "CHACHA20_POLY1305", CHACHA20_POLY1305,
            "AES_128_CBC", AES_CBC,
            "AES_256_CBC", AES_CBC);

    private final String transformation;
    private final String keyAlgorithm;

    JcaCipher(String transformation, String keyAlgorithm) {
        this.transformation = transformation;
        this.keyAlgorithm = keyAlgorithm;
    }

    /** Empty if the JCA has no such cipher. */
    static Optional<JcaCipher> of(BulkCipher part) {
        return Optional.ofNullable(BY_PART.get(part.name()));
    }

    String transformation() {
        return transformation;
    }

    SecretKey key(byte[] bytes) {
        return new SecretKeySpec(bytes, keyAlgorithm);
    }

    /** For one record. */
    AlgorithmParameterSpec parameters(byte[] nonce, int tagBits) {
        return new IvParameterSpec(nonce);
    }
}
