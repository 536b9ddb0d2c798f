/**
 * Plug-in: ChaCha20-Poly1305, computed by the JDK or by BouncyCastle. It exports nothing: the catalog finds its parts.
 */
@org.jspecify.annotations.NullMarked
module dev.dovetail.tls.ciphers.chacha20 {
    requires dev.dovetail.tls.api;
    requires static org.bouncycastle.provider;
    requires static com.google.auto.service;
    requires static org.jspecify;

    provides dev.dovetail.tls.api.spi.BulkCipher with
            dev.dovetail.tls.ciphers.chacha20.JdkChaCha20Poly1305,
            dev.dovetail.tls.ciphers.chacha20.BouncyCastleChaCha20Poly1305;
}
