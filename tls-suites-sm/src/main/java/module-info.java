/** Plug-in: the suites of RFC 8998: SM4, SM3, curveSM2 and SM2 signatures. It exports nothing: the catalog finds its parts. */
@org.jspecify.annotations.NullMarked
module dev.dovetail.tls.suites.sm {
    requires dev.dovetail.tls.api;
    requires org.bouncycastle.provider;
    requires static com.google.auto.service;
    requires static org.jspecify;

    provides dev.dovetail.tls.api.spi.BulkCipher with
            dev.dovetail.tls.suites.sm.Sm4Ccm,
            dev.dovetail.tls.suites.sm.Sm4Gcm;
    provides dev.dovetail.tls.api.spi.HashAlgorithm with
            dev.dovetail.tls.suites.sm.Sm3;
    provides dev.dovetail.tls.api.spi.Mac with
            dev.dovetail.tls.suites.sm.HmacSm3;
    provides dev.dovetail.tls.api.spi.NamedGroup with
            dev.dovetail.tls.suites.sm.CurveSm2;
    provides dev.dovetail.tls.api.spi.SignatureScheme with
            dev.dovetail.tls.suites.sm.Sm2SigSm3;
    provides dev.dovetail.tls.api.spi.SuiteProvider with
            dev.dovetail.tls.suites.sm.SmSuites;
}
