package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.certificates.KeyKind;
import java.util.List;

/** What two sides are to agree on: both stacks are told to enable nothing else. */
public enum HandshakeKind {
    /** TLS 1.3, ECDSA, X25519. */
    TLS13_ECDSA_X25519("TLS_AES_128_GCM_SHA256", KeyKind.EC_P256, "x25519"),
    /** TLS 1.3, ECDSA, P-256. */
    TLS13_ECDSA_SECP256R1("TLS_AES_128_GCM_SHA256", KeyKind.EC_P256, "secp256r1"),
    /** TLS 1.3, RSA-PSS with 2048 bits, X25519. */
    TLS13_RSA_X25519("TLS_AES_128_GCM_SHA256", KeyKind.RSA_2048, "x25519"),
    /** TLS 1.3, ECDSA, X25519 together with ML-KEM-768. */
    TLS13_ECDSA_X25519MLKEM768("TLS_AES_128_GCM_SHA256", KeyKind.EC_P256, "X25519MLKEM768"),
    /** TLS 1.2, ECDSA, X25519; the certificate's curve has to be enabled too (RFC 8422 5.1). */
    TLS12_ECDHE_ECDSA("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", KeyKind.EC_P256, "x25519", "secp256r1"),
    /** TLS 1.2, RSA signature with 2048 bits, X25519. */
    TLS12_ECDHE_RSA("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", KeyKind.RSA_2048, "x25519"),
    /** TLS 1.2, RSA key transport with 2048 bits. */
    TLS12_RSA("TLS_RSA_WITH_AES_128_GCM_SHA256", KeyKind.RSA_2048, "x25519");

    private final String suite;
    private final KeyKind certificate;
    private final List<String> groups;

    HandshakeKind(String suite, KeyKind certificate, String... groups) {
        this.suite = suite;
        this.certificate = certificate;
        this.groups = List.of(groups);
    }

    ProtocolVersion version() {
        return name().startsWith("TLS13") ? ProtocolVersion.TLS_1_3 : ProtocolVersion.TLS_1_2;
    }

    String suite() {
        return suite;
    }

    KeyKind certificate() {
        return certificate;
    }

    /** The first one is used. */
    List<String> groups() {
        return groups;
    }
}
