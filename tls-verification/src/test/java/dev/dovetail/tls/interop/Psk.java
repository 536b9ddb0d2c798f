package dev.dovetail.tls.interop;

import dev.dovetail.tls.handshake.psk.PreSharedKey;
import java.util.HexFormat;

/** The key that both sides have already, where a suite wants one. */
final class Psk {

    static final String IDENTITY = "dovetail";
    static final String HINT = "the key of the interop tests";
    static final String HEX = "00112233445566778899aabbccddeeff0123456789abcdeffedcba9876543210";

    private Psk() {}

    /** The key, as we take it. */
    static PreSharedKey ours() {
        return PreSharedKey.of(IDENTITY, key());
    }

    /** The key's bytes, the caller's. */
    static byte[] key() {
        return HexFormat.of().parseHex(HEX);
    }
}
