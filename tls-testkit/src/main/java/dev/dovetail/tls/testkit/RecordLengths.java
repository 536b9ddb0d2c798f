package dev.dovetail.tls.testkit;

import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.api.spi.CbcCipher;
import dev.dovetail.tls.api.spi.Mac;
import java.util.function.IntUnaryOperator;

/**
 * How long a record has to be, computed from what its parts say of themselves and nothing else.
 *
 * @param rule what the fragment is made of, for messages
 * @param fragment from the length of the content to the length of what stands behind the header
 */
record RecordLengths(String rule, IntUnaryOperator fragment) {

    static RecordLengths tls13(AeadCipher cipher) {
        int tag = cipher.tagLength();
        return new RecordLengths(
                "content + 1 for its type + tagLength() of " + tag + " (RFC 8446 5.2)", content -> content + 1 + tag);
    }

    static RecordLengths tls12(AeadCipher cipher) {
        int tag = cipher.tagLength();
        return cipher.tls12Nonce() == AeadCipher.Tls12Nonce.EXPLICIT
                ? new RecordLengths(
                        "8 for the EXPLICIT nonce + content + tagLength() of " + tag + " (RFC 5288 3)",
                        content -> 8 + content + tag)
                : new RecordLengths(
                        "content + tagLength() of " + tag + ", no nonce as it is XOR_SEQUENCE (RFC 7905 2)",
                        content -> content + tag);
    }

    static RecordLengths macThenEncrypt(CbcCipher cipher, Mac mac) {
        int block = cipher.blockLength();
        return new RecordLengths(
                "IV + whole blocks of content, MAC and padding, blockLength() " + block + ", MAC's length() "
                        + mac.length() + " (RFC 5246 6.2.3.2)",
                content -> block + padded(content + mac.length(), block));
    }

    static RecordLengths encryptThenMac(CbcCipher cipher, Mac mac) {
        int block = cipher.blockLength();
        return new RecordLengths(
                "IV + whole blocks of content and padding + MAC, blockLength() " + block + ", MAC's length() "
                        + mac.length() + " (RFC 7366 3)",
                content -> block + padded(content, block) + mac.length());
    }

    static RecordLengths stream(Mac mac) {
        return new RecordLengths(
                "content + MAC's length() of " + mac.length() + " (RFC 5246 6.2.3.1)",
                content -> content + mac.length());
    }

    /** At least one byte of padding: its length. */
    private static int padded(int length, int block) {
        return (length / block + 1) * block;
    }
}
