package dev.dovetail.tls.provider.accp;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/**
 * The two numbers of an ECDSA signature, and their one DER encoding (RFC 3279 2.2.3). Strict: an encoding that DER does
 * not allow, or a number outside 1 to order - 1, is no signature. Checked here for every implementation, because a
 * provider that lets zero pass accepts everything (CVE-2022-21449).
 *
 * @param r first number
 * @param s second number
 */
record EcdsaSignatureValue(BigInteger r, BigInteger s) {

    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;

    /** The numbers, or empty where the peer's bytes are not exactly one signature. */
    static Optional<EcdsaSignatureValue> parse(byte[] der, BigInteger order) {
        Cursor in = new Cursor(der);
        if (!in.enter(SEQUENCE) || in.remaining() != in.length) return Optional.empty();
        Optional<BigInteger> r = in.integer();
        Optional<BigInteger> s = in.integer();
        if (r.isEmpty() || s.isEmpty() || in.remaining() != 0) return Optional.empty();
        if (!inside(r.get(), order) || !inside(s.get(), order)) return Optional.empty();
        return Optional.of(new EcdsaSignatureValue(r.get(), s.get()));
    }

    private static boolean inside(BigInteger number, BigInteger order) {
        return number.signum() > 0 && number.compareTo(order) < 0;
    }

    /** Reads DER's tags, lengths and integers; each answer is either right or a refusal. */
    private static final class Cursor {
        private final byte[] data;
        private int position;
        private int length;

        Cursor(byte[] data) {
            this.data = data;
        }

        int remaining() {
            return data.length - position;
        }

        /** Reads a tag and a length in its only form: one byte up to 127, two up to 255. */
        boolean enter(int tag) {
            if (remaining() < 2 || (data[position++] & 0xff) != tag) return false;
            length = data[position++] & 0xff;
            if (length < 128) return true;
            if (length != 0x81 || remaining() < 1) return false;
            length = data[position++] & 0xff;
            return length >= 128;
        }

        /** X.690 8.3.2: not empty, and no byte more than the number needs. */
        Optional<BigInteger> integer() {
            if (!enter(INTEGER) || length == 0 || length > remaining()) return Optional.empty();
            byte[] bytes = Arrays.copyOfRange(data, position, position + length);
            position += length;
            BigInteger number = new BigInteger(bytes);
            return number.bitLength() / 8 + 1 == length ? Optional.of(number) : Optional.empty();
        }
    }
}
