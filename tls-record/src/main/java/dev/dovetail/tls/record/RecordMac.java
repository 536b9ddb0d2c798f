package dev.dovetail.tls.record;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.Mac;
import java.security.MessageDigest;
import java.util.Arrays;

/** The MAC of a record in TLS 1.2: over sequence number, type, version, length and bytes (RFC 5246 6.2.3.1). */
final class RecordMac implements AutoCloseable {

    private final Mac.Keyed keyed;
    private final AdditionalData additionalData = new AdditionalData();
    private final byte[] own;
    private final byte[] received;

    RecordMac(Mac mac, Secret key) {
        this.keyed = mac.keyed(key);
        this.own = new byte[mac.length()];
        this.received = new byte[mac.length()];
    }

    int length() {
        return own.length;
    }

    /** Begins with the number of a record, its header, and how many bytes the MAC will cover. */
    void begin(long sequence, byte[] record, int offset, int length) {
        keyed.update(additionalData.fill(sequence, record, offset, length), 0, AdditionalData.LENGTH);
    }

    /** Writes the MAC of what was begun and {@code length} bytes to {@code out}. */
    void finish(byte[] in, int offset, int length, byte[] out, int outOffset) {
        keyed.update(in, offset, length);
        keyed.finish(out, outOffset);
    }

    /** Compares, in constant time, the MAC of what was begun and {@code length} bytes with the one behind them. */
    boolean matches(byte[] in, int offset, int length) {
        finish(in, offset, length, own, 0);
        System.arraycopy(in, offset + length, received, 0, received.length);
        return MessageDigest.isEqual(own, received);
    }

    @Override
    public void close() {
        keyed.close();
        Arrays.fill(own, (byte) 0);
        Arrays.fill(received, (byte) 0);
    }
}
