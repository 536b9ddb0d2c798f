/** Plug-in: AES in GCM and in CBC mode, computed by the JDK. It exports nothing: the catalog finds its parts. */
@org.jspecify.annotations.NullMarked
module dev.dovetail.tls.ciphers.aes {
    requires dev.dovetail.tls.api;
    requires static com.google.auto.service;
    requires static org.jspecify;

    provides dev.dovetail.tls.api.spi.BulkCipher with
            dev.dovetail.tls.ciphers.aes.Aes128Gcm,
            dev.dovetail.tls.ciphers.aes.Aes256Gcm,
            dev.dovetail.tls.ciphers.aes.Aes128Cbc,
            dev.dovetail.tls.ciphers.aes.Aes256Cbc;
}
