package dev.dovetail.tls.record;

import static dev.dovetail.tls.api.Fault.RECORD_NOT_AUTHENTIC;

import dev.dovetail.tls.api.spi.Mac;
import dev.dovetail.tls.api.spi.StreamCipher;
import java.util.Arrays;

/** A stream cipher, or NULL, over content and its MAC (RFC 5246 6.2.3.1). */
final class Tls12StreamRead implements ReadProtection {

    private final StreamCipher.Transform decryptor;
    private final RecordMac mac;
    private int contentType;

    Tls12StreamRead(StreamCipher cipher, Mac mac, TrafficKeys keys) {
        this.decryptor = cipher.decryptor(keys.key());
        this.mac = new RecordMac(mac, keys.macKey());
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
        return Long.MAX_VALUE;
    }

    @Override
    public int room(int recordLength) {
        return recordLength - RecordHeader.LENGTH;
    }

    @Override
    public int open(long sequence, byte[] in, int offset, int recordLength, byte[] out, int outOffset) {
        int fragment = recordLength - RecordHeader.LENGTH;
        int length = fragment - mac.length();
        if (length < 0) throw RECORD_NOT_AUTHENTIC.because("%d bytes are too few for a MAC", fragment);
        contentType = RecordHeader.type(in, offset);
        decryptor.transform(in, offset + RecordHeader.LENGTH, fragment, out, outOffset);
        mac.begin(sequence, in, offset, length);
        if (!mac.matches(out, outOffset, length)) {
            Arrays.fill(out, outOffset, outOffset + fragment, (byte) 0);
            throw RECORD_NOT_AUTHENTIC.because("the record does not open under the current key");
        }
        return length;
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
