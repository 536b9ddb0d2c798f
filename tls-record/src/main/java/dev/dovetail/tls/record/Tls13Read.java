package dev.dovetail.tls.record;

import static dev.dovetail.tls.api.Fault.RECORD_ALL_PADDING;
import static dev.dovetail.tls.api.Fault.RECORD_NOT_AUTHENTIC;
import static dev.dovetail.tls.api.Fault.RECORD_PROTECTION_WRONG;
import static dev.dovetail.tls.api.Fault.RECORD_TYPE_UNKNOWN;

import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.api.spi.AeadCipher;
import java.util.Arrays;

/** An AEAD in TLS 1.3: the header is the additional data, the content type is inside, padding behind it (RFC 8446 5.2). */
final class Tls13Read implements ReadProtection {

    /** How much longer than its content a protected record may be. */
    static final int EXPANSION = 256;

    private final AeadCipher.Opener opener;
    private final Nonce nonce;
    private final int tagLength;
    private final long recordLimit;
    private final byte[] header = new byte[RecordHeader.LENGTH];
    private int contentType;

    Tls13Read(AeadCipher cipher, TrafficKeys keys) {
        this.opener = cipher.opener(keys.key());
        this.nonce = new Nonce(keys.iv(), cipher.nonceLength());
        this.tagLength = cipher.tagLength();
        this.recordLimit = cipher.recordLimit();
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
    public int expansion() {
        return EXPANSION;
    }

    @Override
    public long recordLimit() {
        return recordLimit;
    }

    @Override
    public int room(int recordLength) {
        // The tag too: a change_cipher_spec of compatibility mode has none.
        return recordLength - RecordHeader.LENGTH;
    }

    @Override
    public int open(long sequence, byte[] in, int offset, int recordLength, byte[] out, int outOffset) {
        int fragment = recordLength - RecordHeader.LENGTH;
        if (fragment < tagLength) throw notAuthentic();
        System.arraycopy(in, offset, header, 0, header.length);
        int inner = opener.open(
                nonce.xor(sequence), header, header.length, in, offset + RecordHeader.LENGTH, fragment, out, outOffset);
        if (inner < 0) throw notAuthentic();
        // RFC 8446 5.4: the type is the last byte that is not zero. The record is authentic, so time tells no secret
        // key.
        int last = outOffset + inner - 1;
        while (last >= outOffset && out[last] == 0) last--;
        if (last < outOffset) throw RECORD_ALL_PADDING.because("%d bytes of padding and no content type", inner);
        contentType = out[last] & 0xff;
        refuseStrangeType(last - outOffset, out, outOffset);
        return last - outOffset;
    }

    private void refuseStrangeType(int length, byte[] out, int outOffset) {
        if (contentType > ContentType.CHANGE_CIPHER_SPEC && contentType <= ContentType.APPLICATION_DATA) return;
        Arrays.fill(out, outOffset, outOffset + length, (byte) 0);
        // RFC 8446 5: a change_cipher_spec is never protected.
        if (contentType == ContentType.CHANGE_CIPHER_SPEC) {
            throw RECORD_PROTECTION_WRONG.because("a protected change_cipher_spec");
        }
        throw RECORD_TYPE_UNKNOWN.because("inner content type %d", contentType);
    }

    private static TlsFault notAuthentic() {
        return RECORD_NOT_AUTHENTIC.because("the record does not open under the current key");
    }

    @Override
    public int contentType() {
        return contentType;
    }

    @Override
    public int countedLength(int recordLength, int contentLength) {
        // RFC 8446 5.4: type and padding count; a content limit of n lets n + 1 bytes in, of which one is the type.
        return recordLength - RecordHeader.LENGTH - tagLength - 1;
    }

    @Override
    public void close() {
        opener.close();
        nonce.close();
    }
}
