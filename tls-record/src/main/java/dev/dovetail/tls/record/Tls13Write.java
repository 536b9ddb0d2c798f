package dev.dovetail.tls.record;

import static dev.dovetail.tls.api.Fault.CONFIGURATION;

import dev.dovetail.tls.api.spi.AeadCipher;

/** An AEAD in TLS 1.3: the header is the additional data, the content type is inside, padding behind it (RFC 8446 5.2). */
final class Tls13Write implements WriteProtection {

    private final AeadCipher.Sealer sealer;
    private final Nonce nonce;
    private final int tagLength;
    private final long recordLimit;
    private final PaddingPolicy policy;
    private final byte[] header = new byte[RecordHeader.LENGTH];
    /** The inner content type, then zeros: as many as were ever needed. */
    private byte[] suffix = new byte[1];

    private int padding;

    Tls13Write(AeadCipher cipher, TrafficKeys keys, PaddingPolicy policy) {
        this.sealer = cipher.sealer(keys.key());
        this.nonce = new Nonce(keys.iv(), cipher.nonceLength());
        this.tagLength = cipher.tagLength();
        this.recordLimit = cipher.recordLimit();
        this.policy = policy;
    }

    @Override
    public boolean isProtected() {
        return true;
    }

    @Override
    public boolean hidesContentType() {
        return true;
    }

    @Override
    public long recordLimit() {
        return recordLimit;
    }

    @Override
    public int longest(int contentLength, int contentLimit) {
        int room = Math.max(0, contentLimit - contentLength);
        return recordLength(contentLength, Math.min(room, policy.most(contentLength, room)));
    }

    @Override
    public int prepare(int contentType, int contentLength, int contentLimit) {
        int room = Math.max(0, contentLimit - contentLength);
        padding = policy.padding(contentType, contentLength, room);
        if (padding < 0 || padding > room) {
            throw CONFIGURATION.because("the padding policy wants %d bytes where 0 to %d fit", padding, room);
        }
        if (padding >= suffix.length) suffix = new byte[Math.max(1 + padding, Math.min(1 + room, 2 * suffix.length))];
        return recordLength(contentLength, padding);
    }

    private int recordLength(int contentLength, int paddingLength) {
        return RecordHeader.LENGTH + contentLength + 1 + paddingLength + tagLength;
    }

    @Override
    public int seal(
            long sequence, int contentType, int version, byte[] in, int offset, int length, byte[] out, int outOffset) {
        int fragment = length + 1 + padding + tagLength;
        RecordHeader.write(ContentType.APPLICATION_DATA, version, fragment, header, 0);
        System.arraycopy(header, 0, out, outOffset, header.length);
        suffix[0] = (byte) contentType;
        int sealed = sealer.seal(
                nonce.xor(sequence),
                header,
                header.length,
                in,
                offset,
                length,
                suffix,
                1 + padding,
                out,
                outOffset + RecordHeader.LENGTH);
        return RecordHeader.LENGTH + sealed;
    }

    @Override
    public void close() {
        sealer.close();
        nonce.close();
    }
}
