package dev.dovetail.tls.record;

import static dev.dovetail.tls.api.Fault.RECORD_NOT_AUTHENTIC;

import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.api.spi.CbcCipher;
import dev.dovetail.tls.api.spi.Mac;
import java.util.Arrays;

/**
 * CBC over content and padding, then a MAC over IV and ciphertext, which is checked before anything is decrypted (RFC 7366
 * 3).
 */
final class Tls12EtmRead implements ReadProtection {

    private final CbcCipher.Transform decryptor;
    private final RecordMac mac;
    private final int blockLength;
    private final long recordLimit;
    private int contentType;

    Tls12EtmRead(CbcCipher cipher, Mac mac, TrafficKeys keys) {
        this.decryptor = cipher.decryptor(keys.key());
        this.mac = new RecordMac(mac, keys.macKey());
        this.blockLength = cipher.blockLength();
        this.recordLimit = CbcBody.recordLimit(cipher);
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
        return Math.max(0, recordLength - RecordHeader.LENGTH - blockLength - mac.length());
    }

    @Override
    public int open(long sequence, byte[] in, int offset, int recordLength, byte[] out, int outOffset) {
        int start = offset + RecordHeader.LENGTH;
        int encrypted = recordLength - RecordHeader.LENGTH - mac.length();
        int length = encrypted - blockLength;
        if (length < blockLength || length % blockLength != 0) throw notAuthentic();
        contentType = RecordHeader.type(in, offset);
        mac.begin(sequence, in, offset, encrypted);
        if (!mac.matches(in, start, encrypted)) throw notAuthentic();
        decryptor.transform(in, start, in, start + blockLength, length, out, outOffset);
        int padding = out[outOffset + length - 1] & 0xff;
        // Only the peer can have made this padding, so the time that its check takes tells nobody anything.
        boolean good = padding < length;
        for (int i = 2; good && i <= padding + 1; i++) good = (out[outOffset + length - i] & 0xff) == padding;
        if (!good) {
            Arrays.fill(out, outOffset, outOffset + length, (byte) 0);
            throw notAuthentic();
        }
        return length - padding - 1;
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
        return contentLength;
    }

    @Override
    public void close() {
        decryptor.close();
        mac.close();
    }
}
