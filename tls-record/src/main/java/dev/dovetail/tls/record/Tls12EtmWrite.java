package dev.dovetail.tls.record;

import dev.dovetail.tls.api.spi.CbcCipher;
import dev.dovetail.tls.api.spi.Mac;
import java.security.SecureRandom;

/** CBC over content and padding, then a MAC over IV and ciphertext (RFC 7366 3). */
final class Tls12EtmWrite implements WriteProtection {

    private final CbcBody body;
    private final RecordMac mac;
    private final long recordLimit;

    Tls12EtmWrite(CbcCipher cipher, Mac mac, TrafficKeys keys, SecureRandom random) {
        this.mac = new RecordMac(mac, keys.macKey());
        this.body = new CbcBody(cipher, keys.key(), random, 0);
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
        return RecordHeader.LENGTH + body.length(contentLength) + mac.length();
    }

    @Override
    public int prepare(int contentType, int contentLength, int contentLimit) {
        return longest(contentLength, contentLimit);
    }

    @Override
    public int seal(
            long sequence, int contentType, int version, byte[] in, int offset, int length, byte[] out, int outOffset) {
        int encrypted = body.length(length);
        RecordHeader.write(contentType, version, encrypted + mac.length(), out, outOffset);
        int start = outOffset + RecordHeader.LENGTH;
        int copied = body.beginTail(in, offset, length);
        body.encrypt(in, offset, length, copied, out, start);
        // RFC 7366 3: the length that the MAC covers is the one without the MAC, the header's is the one with it.
        mac.begin(sequence, out, outOffset, encrypted);
        mac.finish(out, start, encrypted, out, start + encrypted);
        return RecordHeader.LENGTH + encrypted + mac.length();
    }

    @Override
    public void close() {
        body.close();
        mac.close();
    }
}
