package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.api.spi.AeadCipher;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** An AEAD of the JCA: a fresh nonce, additional data as long as TLS has it, the content, and TLS 1.3's type byte. */
final class BareAead implements BareCipher {

    private final Cipher sealing;
    private final Cipher opening;
    private final SecretKey key;
    private final JcaCipher jca;
    private final int tagBits;
    private final byte[] nonce;
    private final byte[] additional;
    private final byte[] suffix;
    private final int nonceInRecord;

    BareAead(AeadCipher part, JcaCipher jca, Optional<BouncyCastleProvider> provider, boolean tls13, int nonceInRecord)
            throws GeneralSecurityException {
        this.jca = jca;
        this.sealing = BareCipher.cipher(jca, provider);
        this.opening = BareCipher.cipher(jca, provider);
        this.key = jca.key(Payload.of(part.keyLength()));
        this.tagBits = part.tagLength() * Byte.SIZE;
        this.nonce = new byte[part.nonceLength()];
        // RFC 8446 5.2: the header; RFC 5246 6.2.3.3: the number, type, version and length.
        this.additional = new byte[tls13 ? 5 : 13];
        this.suffix = new byte[tls13 ? 1 : 0];
        this.nonceInRecord = nonceInRecord;
    }

    @Override
    public int seal(long sequence, byte[] content, byte[] out, int outOffset) throws GeneralSecurityException {
        sealing.init(Cipher.ENCRYPT_MODE, key, parameters(sequence));
        sealing.updateAAD(additional);
        if (suffix.length == 0) {
            return nonceInRecord + sealing.doFinal(content, 0, content.length, out, outOffset + nonceInRecord);
        }
        int written = sealing.update(content, 0, content.length, out, outOffset);
        return written + sealing.doFinal(suffix, 0, suffix.length, out, outOffset + written);
    }

    @Override
    public int open(long sequence, byte[] in, int offset, int length, byte[] out) throws GeneralSecurityException {
        opening.init(Cipher.DECRYPT_MODE, key, parameters(sequence));
        opening.updateAAD(additional);
        return opening.doFinal(in, offset + nonceInRecord, length - nonceInRecord, out, 0);
    }

    private AlgorithmParameterSpec parameters(long sequence) {
        ByteBuffer.wrap(nonce).putLong(nonce.length - Long.BYTES, sequence);
        return jca.parameters(nonce, tagBits);
    }
}
