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

/** CBC and HMAC of the JCA: a fresh IV, a MAC over thirteen bytes and the content, and padding of the least length. */
final class BareCbc implements BareCipher {

    private final Cipher sealing;
    private final Cipher opening;
    private final Mac mac;
    private final SecretKey key;
    private final byte[] iv;
    private final byte[] macInput = new byte[13];
    private byte[] padded = new byte[0];

    BareCbc(CbcCipher part, Optional<BouncyCastleProvider> provider, dev.dovetail.tls.api.spi.Mac macPart)
            throws GeneralSecurityException {
        this.sealing = BareCipher.cipher(part.name(), provider);
        this.opening = BareCipher.cipher(part.name(), provider);
        this.key = new SecretKeySpec(Payload.of(part.keyLength()), "AES");
        this.iv = new byte[part.blockLength()];
        String algorithm = BareCipher.MACS.get(macPart.name());
        this.mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(Payload.of(macPart.keyLength()), algorithm));
    }

    @Override
    public int seal(long sequence, byte[] content, byte[] out, int outOffset) throws GeneralSecurityException {
        int unpadded = content.length + mac.getMacLength();
        int length = unpadded + iv.length - unpadded % iv.length;
        if (padded.length != length) padded = new byte[length];
        mac.update(macInput);
        mac.update(content, 0, content.length);
        System.arraycopy(content, 0, padded, 0, content.length);
        mac.doFinal(padded, content.length);
        Arrays.fill(padded, unpadded, length, (byte) (length - unpadded - 1));
        sealing.init(Cipher.ENCRYPT_MODE, key, iv(sequence));
        return sealing.doFinal(padded, 0, length, out, outOffset);
    }

    @Override
    public int open(long sequence, byte[] in, int offset, int length, byte[] out) throws GeneralSecurityException {
        opening.init(Cipher.DECRYPT_MODE, key, iv(sequence));
        int opened = opening.doFinal(in, offset, length, out, 0);
        int macAt = opened - 1 - (out[opened - 1] & 0xff) - mac.getMacLength();
        mac.update(macInput);
        mac.update(out, 0, macAt);
        byte[] wanted = mac.doFinal();
        int end = macAt + wanted.length;
        if (!Arrays.equals(wanted, 0, wanted.length, out, macAt, end)) throw new GeneralSecurityException("wrong MAC");
        return macAt;
    }

    private IvParameterSpec iv(long sequence) {
        ByteBuffer.wrap(iv).putLong(0, sequence);
        return new IvParameterSpec(iv);
    }
}
