/**
 * Plug-in: 3DES, DES, RC4, SEED, DSS and anonymous suites, for reaching an old device on purpose. It exports
 * nothing: the catalog finds its parts.
 */
@org.jspecify.annotations.NullMarked
module dev.dovetail.tls.suites.legacy {
    requires dev.dovetail.tls.api;
    requires org.bouncycastle.provider;
    requires static com.google.auto.service;
    requires static org.jspecify;

    provides dev.dovetail.tls.api.spi.BulkCipher with
            dev.dovetail.tls.suites.legacy.TripleDesEdeCbc,
            dev.dovetail.tls.suites.legacy.DesCbc,
            dev.dovetail.tls.suites.legacy.SeedCbc,
            dev.dovetail.tls.suites.legacy.Rc4;
    provides dev.dovetail.tls.api.spi.Mac with
            dev.dovetail.tls.suites.legacy.HmacMd5;
    provides dev.dovetail.tls.api.spi.SignatureScheme with
            dev.dovetail.tls.suites.legacy.DsaSha1,
            dev.dovetail.tls.suites.legacy.DsaSha224,
            dev.dovetail.tls.suites.legacy.DsaSha256,
            dev.dovetail.tls.suites.legacy.DsaSha384,
            dev.dovetail.tls.suites.legacy.DsaSha512;
    provides dev.dovetail.tls.api.spi.SuiteProvider with
            dev.dovetail.tls.suites.legacy.WornCipherSuites,
            dev.dovetail.tls.suites.legacy.WornProofSuites;
}
