package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.certificates.KeyKind;
import java.util.List;

/**
 * What two sides are to agree on: both stacks are told to enable nothing else. All facts are constants here, so that a
 * program of another stack that makes its first handshake need not ask our catalog.
 */
public enum HandshakeKind {
    /** TLS 1.3, ECDSA, X25519. */
    TLS13_ECDSA_X25519(ProtocolVersion.TLS_1_3, "TLS_AES_128_GCM_SHA256", 0x1301, ServerKey.EC_P256, 0x001d, "x25519"),
    /** TLS 1.3, ECDSA, P-256. */
    TLS13_ECDSA_SECP256R1(
            ProtocolVersion.TLS_1_3, "TLS_AES_128_GCM_SHA256", 0x1301, ServerKey.EC_P256, 0x0017, "secp256r1"),
    /** TLS 1.3, RSA-PSS with 2048 bits, X25519. */
    TLS13_RSA_X25519(ProtocolVersion.TLS_1_3, "TLS_AES_128_GCM_SHA256", 0x1301, ServerKey.RSA_2048, 0x001d, "x25519"),
    /** TLS 1.3, ECDSA, X25519 together with ML-KEM-768. */
    TLS13_ECDSA_X25519MLKEM768(
            ProtocolVersion.TLS_1_3, "TLS_AES_128_GCM_SHA256", 0x1301, ServerKey.EC_P256, 0x11ec, "X25519MLKEM768"),
    /** TLS 1.2, ECDSA, X25519; the certificate's curve has to be enabled too (RFC 8422 5.1). */
    TLS12_ECDHE_ECDSA(
            ProtocolVersion.TLS_1_2,
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            0xc02b,
            ServerKey.EC_P256,
            0x001d,
            "x25519",
            "secp256r1"),
    /** TLS 1.2, ECDSA, P-256. */
    TLS12_ECDHE_ECDSA_SECP256R1(
            ProtocolVersion.TLS_1_2,
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            0xc02b,
            ServerKey.EC_P256,
            0x0017,
            "secp256r1"),
    /** TLS 1.2, RSA signature with 2048 bits, X25519. */
    TLS12_ECDHE_RSA(
            ProtocolVersion.TLS_1_2,
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            0xc02f,
            ServerKey.RSA_2048,
            0x001d,
            "x25519"),
    /** TLS 1.2, RSA key transport with 2048 bits: a group is enabled, but none is used. */
    TLS12_RSA(
            ProtocolVersion.TLS_1_2,
            "TLS_RSA_WITH_AES_128_GCM_SHA256",
            0x009c,
            ServerKey.RSA_2048,
            ServerWords.NO_GROUP,
            "x25519");

    /** Which key the server has. Constants of {@link KeyKind} bring BouncyCastle's classes with them, before anybody asks. */
    private enum ServerKey {
        RSA_2048,
        EC_P256;

        private KeyKind kind() {
            return this == RSA_2048 ? KeyKind.RSA_2048 : KeyKind.EC_P256;
        }
    }

    private final ProtocolVersion version;
    private final String suite;
    private final int suiteCode;
    private final ServerKey key;
    private final int agreedGroup;
    private final List<String> groups;

    HandshakeKind(
            ProtocolVersion version, String suite, int suiteCode, ServerKey key, int agreedGroup, String... groups) {
        this.version = version;
        this.suite = suite;
        this.suiteCode = suiteCode;
        this.key = key;
        this.agreedGroup = agreedGroup;
        this.groups = List.of(groups);
    }

    ProtocolVersion version() {
        return version;
    }

    /** IANA's spelling. */
    String suite() {
        return suite;
    }

    /** The suite's number on the wire. */
    int suiteCode() {
        return suiteCode;
    }

    KeyKind certificate() {
        return key.kind();
    }

    /** The number of the group that a full handshake agrees on; {@link ServerWords#NO_GROUP} if on none. */
    int agreedGroup() {
        return agreedGroup;
    }

    /** IANA's spelling of those that are enabled: the first one is used. */
    List<String> groups() {
        return groups;
    }
}
