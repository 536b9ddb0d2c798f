package dev.dovetail.tls.handshake.tls12;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.KeyExchange;

/** Joins what the key exchange agreed on with the pre-shared key (RFC 4279 2). */
public final class PskPremaster12 {

    private PskPremaster12() {}

    /**
     * The premaster secret of a PSK suite: other_secret and psk, each behind two bytes of length.
     *
     * @param exchange the suite's
     * @param other what it agreed on, closed here; empty stands for as many zeros as the key has bytes
     * @param key the pre-shared key, closed here
     * @return the caller closes it
     */
    public static Secret joined(KeyExchange exchange, Secret other, Secret key) {
        try (other;
                key) {
            if (exchange.agreesOnSecret() == (other.length() == 0)) {
                throw Fault.INTERNAL.because(
                        "the key exchange %s says of itself that it %s a secret, and made one of %d bytes",
                        exchange.name(), exchange.agreesOnSecret() ? "agrees on" : "has not", other.length());
            }
            int otherLength = other.length() == 0 ? key.length() : other.length();
            byte[] joined = new byte[2 + otherLength + 2 + key.length()];
            length(joined, 0, otherLength);
            other.use(bytes -> System.arraycopy(bytes, 0, joined, 2, bytes.length));
            length(joined, 2 + otherLength, key.length());
            key.use(bytes -> System.arraycopy(bytes, 0, joined, joined.length - bytes.length, bytes.length));
            return Secret.of(joined);
        }
    }

    private static void length(byte[] out, int offset, int length) {
        out[offset] = (byte) (length >>> 8);
        out[offset + 1] = (byte) length;
    }
}
