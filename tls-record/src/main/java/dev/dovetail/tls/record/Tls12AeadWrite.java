package dev.dovetail.tls.record;

import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.api.spi.AeadCipher.Tls12Nonce;

/** An AEAD in TLS 1.2 (RFC 5246 6.2.3.3), with the nonce of RFC 5288 3 or of RFC 7905 2. */
final class Tls12AeadWrite implements WriteProtection {

    private static final byte[] NO_SUFFIX = new byte[0];

    private final AeadCipher.Sealer sealer;
    private final Nonce nonce;
    private final AdditionalData additionalData = new AdditionalData();
    private final int tagLength;
    private final int explicitLength;
    private final long recordLimit;

    Tls12AeadWrite(AeadCipher cipher, TrafficKeys keys) {
        this.sealer = cipher.sealer(keys.key());
        this.nonce = new Nonce(keys.iv(), cipher.nonceLength());
        this.tagLength = cipher.tagLength();
        this.explicitLength = cipher.tls12Nonce() == Tls12Nonce.EXPLICIT ? KeyLengths.EXPLICIT_NONCE : 0;
        this.recordLimit = cipher.recordLimit();
    }

    @Override
    public boolean isProtected() {
        return true;
    }

    @Override
    public boolean hidesContentType() {
        return false;
    }

    @Override
    public long recordLimit() {
        return recordLimit;
    }

    @Override
    public int longest(int contentLength, int contentLimit) {
        return RecordHeader.LENGTH + explicitLength + contentLength + tagLength;
    }

    @Override
    public int prepare(int contentType, int contentLength, int contentLimit) {
        return longest(contentLength, contentLimit);
    }

    @Override
    public int seal(
            long sequence, int contentType, int version, byte[] in, int offset, int length, byte[] out, int outOffset) {
        int body = outOffset + RecordHeader.LENGTH;
        RecordHeader.write(contentType, version, explicitLength + length + tagLength, out, outOffset);
        int sealed = sealer.seal(
                nonce(sequence, out, body),
                additionalData.fill(sequence, out, outOffset, length),
                AdditionalData.LENGTH,
                in,
                offset,
                length,
                NO_SUFFIX,
                0,
                out,
                body + explicitLength);
        return RecordHeader.LENGTH + explicitLength + sealed;
    }

    private byte[] nonce(long sequence, byte[] out, int body) {
        if (explicitLength == 0) return nonce.xor(sequence);
        // RFC 5288 3: the explicit part may be the sequence number, which never comes twice.
        AdditionalData.putLong(sequence, out, body);
        return nonce.explicit(out, body);
    }

    @Override
    public void close() {
        sealer.close();
        nonce.close();
    }
}
