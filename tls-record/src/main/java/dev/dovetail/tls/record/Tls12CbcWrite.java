package dev.dovetail.tls.record;

import dev.dovetail.tls.api.spi.CbcCipher;
import dev.dovetail.tls.api.spi.Mac;
import java.security.SecureRandom;

/** CBC over content, its MAC and padding, with an IV in each record (RFC 5246 6.2.3.2). */
final class Tls12CbcWrite implements WriteProtection {

    private final CbcBody body;
    private final RecordMac mac;
    private final long recordLimit;

    Tls12CbcWrite(CbcCipher cipher, Mac mac, TrafficKeys keys, SecureRandom random) {
        this.mac = new RecordMac(mac, keys.macKey());
        this.body = new CbcBody(cipher, keys.key(), random, mac.length());
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
    public long recordLimit() {
        return recordLimit;
    }

    @Override
    public int longest(int contentLength, int contentLimit) {
        return RecordHeader.LENGTH + body.length(contentLength + mac.length());
    }

    @Override
    public int prepare(int contentType, int contentLength, int contentLimit) {
        return longest(contentLength, contentLimit);
    }

    @Override
    public int seal(
            long sequence, int contentType, int version, byte[] in, int offset, int length, byte[] out, int outOffset) {
        RecordHeader.write(contentType, version, body.length(length + mac.length()), out, outOffset);
        int copied = body.beginTail(in, offset, length);
        mac.begin(sequence, out, outOffset, length);
        mac.finish(in, offset, length, body.tail(), copied);
        int start = outOffset + RecordHeader.LENGTH;
        return RecordHeader.LENGTH + body.encrypt(in, offset, length, copied + mac.length(), out, start);
    }

    @Override
    public void close() {
        body.close();
        mac.close();
    }
}
