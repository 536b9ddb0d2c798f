/** Plug-in: AES-CCM and CCM_8, and their suites of every key exchange. It exports nothing: the catalog finds its parts. */
@org.jspecify.annotations.NullMarked
module dev.dovetail.tls.ciphers.ccm {
    requires dev.dovetail.tls.api;
    requires static org.bouncycastle.provider;
    requires static com.google.auto.service;
    requires static org.jspecify;

    provides dev.dovetail.tls.api.spi.BulkCipher with
            dev.dovetail.tls.ciphers.ccm.JdkAes128Ccm,
            dev.dovetail.tls.ciphers.ccm.JdkAes256Ccm,
            dev.dovetail.tls.ciphers.ccm.JdkAes128Ccm8,
            dev.dovetail.tls.ciphers.ccm.JdkAes256Ccm8,
            dev.dovetail.tls.ciphers.ccm.BouncyCastleAes128Ccm,
            dev.dovetail.tls.ciphers.ccm.BouncyCastleAes256Ccm,
            dev.dovetail.tls.ciphers.ccm.BouncyCastleAes128Ccm8,
            dev.dovetail.tls.ciphers.ccm.BouncyCastleAes256Ccm8;
    provides dev.dovetail.tls.api.spi.SuiteProvider with
            dev.dovetail.tls.ciphers.ccm.CcmSuites;
}
