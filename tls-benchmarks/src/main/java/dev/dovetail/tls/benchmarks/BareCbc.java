package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.api.spi.CbcCipher;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * CBC and HMAC of the JCA: a fresh IV, a MAC over thirteen bytes and the content, and padding of the least length. Content
 * goes straight from its array into the record's, and back. The IV comes as the JCA has it, in a new object; our own
 * transform keeps the cipher's chain going instead, and so can allocate less than this.
 */
final class BareCbc implements BareCipher {

    private final Cipher sealing;
    private final Cipher opening;
    private final Mac mac;
    private final SecretKey key;
    private final byte[] iv;
    private final byte[] macInput = new byte[13];
    private final byte[] macAndPadding;
    private final byte[] wanted;

    BareCbc(
            CbcCipher part,
            JcaCipher jca,
            Optional<BouncyCastleProvider> provider,
            dev.dovetail.tls.api.spi.Mac macPart)
            throws GeneralSecurityException {
        this.sealing = BareCipher.cipher(jca, provider);
        this.opening = BareCipher.cipher(jca, provider);
        this.key = jca.key(Payload.of(part.keyLength()));
        this.iv = new byte[part.blockLength()];
        String algorithm = BareCipher.MACS.get(macPart.name());
        this.mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(Payload.of(macPart.keyLength()), algorithm));
        this.macAndPadding = new byte[mac.getMacLength() + part.blockLength()];
        this.wanted = new byte[mac.getMacLength()];
    }

    @Override
    public int seal(long sequence, byte[] content, byte[] out, int outOffset) throws GeneralSecurityException {
        int unpadded = content.length + wanted.length;
        int padding = iv.length - unpadded % iv.length;
        mac.update(macInput);
        mac.update(content, 0, content.length);
        mac.doFinal(macAndPadding, 0);
        int end = wanted.length + padding;
        Arrays.fill(macAndPadding, wanted.length, end, (byte) (padding - 1));
        sealing.init(Cipher.ENCRYPT_MODE, key, iv(sequence));
        int written = sealing.update(content, 0, content.length, out, outOffset);
        return written + sealing.doFinal(macAndPadding, 0, end, out, outOffset + written);
    }

    @Override
    public int open(long sequence, byte[] in, int offset, int length, byte[] out) throws GeneralSecurityException {
        opening.init(Cipher.DECRYPT_MODE, key, iv(sequence));
        int opened = opening.doFinal(in, offset, length, out, 0);
        int macAt = opened - 1 - (out[opened - 1] & 0xff) - wanted.length;
        mac.update(macInput);
        mac.update(out, 0, macAt);
        mac.doFinal(wanted, 0);
        int end = macAt + wanted.length;
        if (!Arrays.equals(wanted, 0, wanted.length, out, macAt, end)) throw new GeneralSecurityException("wrong MAC");
        return macAt;
    }

    private IvParameterSpec iv(long sequence) {
        ByteBuffer.wrap(iv).putLong(0, sequence);
        return new IvParameterSpec(iv);
    }
}
