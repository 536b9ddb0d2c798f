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
 * goes straight from its array into the record's, and back. {@code init}, the only way that the JCA has to give an IV, costs
 * more than a short record: so the ciphers stay in one chain, and the first block of a record is corrected for it. Content
 * has a block at the least.
 */
final class BareCbc implements BareCipher {

    private final Cipher sealing;
    private final Cipher opening;
    private final Mac mac;
    private final int block;
    private final byte[] iv;
    private final byte[] first;
    private final byte[] lastSealed;
    private final byte[] lastOpened;
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
        this.block = part.blockLength();
        SecretKey key = jca.key(Payload.of(part.keyLength()));
        sealing.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(new byte[block]));
        opening.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(new byte[block]));
        this.iv = new byte[block];
        this.first = new byte[block];
        this.lastSealed = new byte[block];
        this.lastOpened = new byte[block];
        String algorithm = BareCipher.MACS.get(macPart.name());
        this.mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(Payload.of(macPart.keyLength()), algorithm));
        this.macAndPadding = new byte[mac.getMacLength() + block];
        this.wanted = new byte[mac.getMacLength()];
    }

    @Override
    public int seal(long sequence, byte[] content, byte[] out, int outOffset) throws GeneralSecurityException {
        int unpadded = content.length + wanted.length;
        int padding = block - unpadded % block;
        mac.update(macInput);
        mac.update(content, 0, content.length);
        mac.doFinal(macAndPadding, 0);
        int end = wanted.length + padding;
        Arrays.fill(macAndPadding, wanted.length, end, (byte) (padding - 1));
        setIv(sequence);
        for (int i = 0; i < block; i++) first[i] = (byte) (content[i] ^ iv[i] ^ lastSealed[i]);
        int written = sealing.update(first, 0, block, out, outOffset);
        written += sealing.update(content, block, content.length - block, out, outOffset + written);
        written += sealing.update(macAndPadding, 0, end, out, outOffset + written);
        System.arraycopy(out, outOffset + written - block, lastSealed, 0, block);
        return written;
    }

    @Override
    public int open(long sequence, byte[] in, int offset, int length, byte[] out) throws GeneralSecurityException {
        setIv(sequence);
        int opened = opening.update(in, offset, length, out, 0);
        for (int i = 0; i < block; i++) out[i] ^= (byte) (iv[i] ^ lastOpened[i]);
        System.arraycopy(in, offset + length - block, lastOpened, 0, block);
        int macAt = opened - 1 - (out[opened - 1] & 0xff) - wanted.length;
        mac.update(macInput);
        mac.update(out, 0, macAt);
        mac.doFinal(wanted, 0);
        int end = macAt + wanted.length;
        if (!Arrays.equals(wanted, 0, wanted.length, out, macAt, end)) throw new GeneralSecurityException("wrong MAC");
        return macAt;
    }

    private void setIv(long sequence) {
        ByteBuffer.wrap(iv).putLong(0, sequence);
    }
}
