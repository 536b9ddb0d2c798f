package dev.dovetail.tls.record;

import dev.dovetail.tls.api.spi.Mac;
import dev.dovetail.tls.api.spi.StreamCipher;
import java.util.Arrays;

/** A stream cipher, or NULL, over content and its MAC (RFC 5246 6.2.3.1). */
final class Tls12StreamWrite implements WriteProtection {

    private final StreamCipher.Transform encryptor;
    private final RecordMac mac;
    private final byte[] tag;

    Tls12StreamWrite(StreamCipher cipher, Mac mac, TrafficKeys keys) {
        this.encryptor = cipher.encryptor(keys.key());
        this.mac = new RecordMac(mac, keys.macKey());
        this.tag = new byte[mac.length()];
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
        return Long.MAX_VALUE;
    }

    @Override
    public int longest(int contentLength, int contentLimit) {
        return RecordHeader.LENGTH + contentLength + tag.length;
    }

    @Override
    public int prepare(int contentType, int contentLength, int contentLimit) {
        return longest(contentLength, contentLimit);
    }

    @Override
    public int seal(
            long sequence, int contentType, int version, byte[] in, int offset, int length, byte[] out, int outOffset) {
        int body = outOffset + RecordHeader.LENGTH;
        RecordHeader.write(contentType, version, length + tag.length, out, outOffset);
        mac.begin(sequence, out, outOffset, length);
        mac.finish(in, offset, length, tag, 0);
        encryptor.transform(in, offset, length, out, body);
        encryptor.transform(tag, 0, tag.length, out, body + length);
        return RecordHeader.LENGTH + length + tag.length;
    }

    @Override
    public void close() {
        encryptor.close();
        mac.close();
        Arrays.fill(tag, (byte) 0);
    }
}
