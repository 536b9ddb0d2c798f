package dev.dovetail.tls.record;

import static dev.dovetail.tls.api.Fault.RECORD_NOT_AUTHENTIC;

import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.api.spi.CbcCipher;
import dev.dovetail.tls.api.spi.Mac;
import java.util.Arrays;

/**
 * CBC over content, its MAC and padding, with an IV in each record (RFC 5246 6.2.3.2). From decryption to the verdict
 * there is no branch and no address that depends on the padding, and the hash does the same number of steps for each;
 * what remains is the time of copying fewer than 256 bytes more or less into the MAC.
 */
final class Tls12CbcRead implements ReadProtection {

    private final CbcCipher.Transform decryptor;
    private final EqualisedMac mac;
    private final HiddenMac received;
    private final int blockLength;
    private final long recordLimit;
    private int contentType;

    Tls12CbcRead(CbcCipher cipher, Mac mac, TrafficKeys keys) {
        this.decryptor = cipher.decryptor(keys.key());
        this.mac = new EqualisedMac(mac, keys.macKey());
        this.received = new HiddenMac(mac.length());
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
        return Math.max(0, recordLength - RecordHeader.LENGTH - blockLength);
    }

    @Override
    public int open(long sequence, byte[] in, int offset, int recordLength, byte[] out, int outOffset) {
        int iv = offset + RecordHeader.LENGTH;
        int length = recordLength - RecordHeader.LENGTH - blockLength;
        int longest = length - mac.length() - 1;
        if (longest < 0 || length % blockLength != 0) throw notAuthentic();
        contentType = RecordHeader.type(in, offset);
        decryptor.transform(in, iv, in, iv + blockLength, length, out, outOffset);

        int padding = CbcPadding.check(out, outOffset, length, mac.length());
        int good = ConstantTime.less(0, padding);
        int contentLength = length - mac.length() - (padding & good | 1 & ~good);
        mac.begin(sequence, in, offset, contentLength);
        byte[] own = mac.compute(out, outOffset, contentLength, longest);
        good &= ConstantTime.equal(own, received.extract(out, outOffset, length, contentLength));
        if (good == 0) {
            Arrays.fill(out, outOffset, outOffset + length, (byte) 0);
            throw notAuthentic();
        }
        return contentLength;
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
        received.close();
    }
}
