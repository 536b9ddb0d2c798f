package dev.dovetail.tls.record;

import static dev.dovetail.tls.api.Fault.RECORD_NOT_AUTHENTIC;

import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.api.spi.AeadCipher.Tls12Nonce;

/** An AEAD in TLS 1.2 (RFC 5246 6.2.3.3), with the nonce of RFC 5288 3 or of RFC 7905 2. */
final class Tls12AeadRead implements ReadProtection {

    private final AeadCipher.Opener opener;
    private final Nonce nonce;
    private final AdditionalData additionalData = new AdditionalData();
    private final int tagLength;
    private final int explicitLength;
    private final long recordLimit;
    private int contentType;

    Tls12AeadRead(AeadCipher cipher, TrafficKeys keys) {
        this.opener = cipher.opener(keys.key());
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
    public int expansion() {
        return Protections.TLS12_EXPANSION;
    }

    @Override
    public long recordLimit() {
        return recordLimit;
    }

    @Override
    public int room(int recordLength) {
        return Math.max(0, recordLength - RecordHeader.LENGTH - explicitLength - tagLength);
    }

    @Override
    public int open(long sequence, byte[] in, int offset, int recordLength, byte[] out, int outOffset) {
        int length = recordLength - RecordHeader.LENGTH - explicitLength - tagLength;
        if (length < 0) {
            throw RECORD_NOT_AUTHENTIC.because("%d bytes are too few for nonce and tag", length + tagLength);
        }
        contentType = RecordHeader.type(in, offset);
        int body = offset + RecordHeader.LENGTH;
        int opened = opener.open(
                explicitLength == 0 ? nonce.xor(sequence) : nonce.explicit(in, body),
                additionalData.fill(sequence, in, offset, length),
                AdditionalData.LENGTH,
                in,
                body + explicitLength,
                length + tagLength,
                out,
                outOffset);
        if (opened < 0) throw RECORD_NOT_AUTHENTIC.because("the record does not open under the current key");
        return opened;
    }

    @Override
    public int contentType() {
        return contentType;
    }

    @Override
    public int countedLength(int recordLength, int contentLength) {
        return contentLength;
    }

    @Override
    public void close() {
        opener.close();
        nonce.close();
    }
}
