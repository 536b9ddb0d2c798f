package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.api.spi.BulkCipher;
import dev.dovetail.tls.api.spi.CbcCipher;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * The floor under a record: the provider's cipher, and MAC, called as cheaply as one record allows, without header,
 * checks or sequence numbers. For one thread at a time.
 */
interface BareCipher {

    /** What the JCA calls the MACs. */
    Map<String, String> MACS =
            Map.of("HMAC_SHA1", "HmacSHA1", "HMAC_SHA256", "HmacSHA256", "HMAC_SHA384", "HmacSHA384");

    /**
     * Protects content. The JDK's ciphers refuse the number that they had last.
     *
     * @return bytes written
     */
    int seal(long sequence, byte[] content, byte[] out, int outOffset) throws GeneralSecurityException;

    /**
     * Takes the protection off what {@link #seal} made with this number.
     *
     * @return bytes of content, and of the content type in TLS 1.3
     */
    int open(long sequence, byte[] in, int offset, int length, byte[] out) throws GeneralSecurityException;

    /** Whether there is a floor for a suite's cipher and its MAC. */
    static boolean exists(RecordSuite measured) {
        String implementation = measured.suite().cipher().implementation();
        return (implementation.equals("JDK") || implementation.equals("BouncyCastle"))
                && JcaCipher.of(measured.suite().cipher()).isPresent()
                && measured.suite()
                        .mac()
                        .map(mac -> MACS.containsKey(mac.name()))
                        .orElse(true);
    }

    static BareCipher of(RecordSuite measured) throws GeneralSecurityException {
        if (!exists(measured)) throw new IllegalArgumentException("no bare cipher for " + measured);
        BulkCipher cipher = measured.suite().cipher();
        JcaCipher jca = JcaCipher.of(cipher).orElseThrow();
        Optional<BouncyCastleProvider> provider = provider(cipher.implementation());
        if (cipher instanceof AeadCipher aead) {
            int nonceInRecord =
                    !measured.tls13() && aead.tls12Nonce() == AeadCipher.Tls12Nonce.EXPLICIT ? Long.BYTES : 0;
            return new BareAead(aead, jca, provider, measured.tls13(), nonceInRecord);
        }
        return new BareCbc(
                (CbcCipher) cipher, jca, provider, measured.suite().mac().orElseThrow());
    }

    private static Optional<BouncyCastleProvider> provider(String implementation) {
        return implementation.equals("JDK") ? Optional.empty() : Optional.of(new BouncyCastleProvider());
    }

    /** The provider's cipher; the JDK's own providers are those that are registered. */
    static Cipher cipher(JcaCipher jca, Optional<BouncyCastleProvider> provider) throws GeneralSecurityException {
        return provider.isPresent()
                ? Cipher.getInstance(jca.transformation(), provider.get())
                : Cipher.getInstance(jca.transformation());
    }
}
