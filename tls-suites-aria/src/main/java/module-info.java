/** Plug-in: ARIA CBC and GCM, and their suites of every key exchange. It exports nothing: the catalog finds its parts. */
@org.jspecify.annotations.NullMarked
module dev.dovetail.tls.suites.aria {
    requires dev.dovetail.tls.api;
    requires org.bouncycastle.provider;
    requires static com.google.auto.service;
    requires static org.jspecify;

    provides dev.dovetail.tls.api.spi.BulkCipher with
            dev.dovetail.tls.suites.aria.Aria128Cbc,
            dev.dovetail.tls.suites.aria.Aria256Cbc,
            dev.dovetail.tls.suites.aria.Aria128Gcm,
            dev.dovetail.tls.suites.aria.Aria256Gcm;
    provides dev.dovetail.tls.api.spi.SuiteProvider with
            dev.dovetail.tls.suites.aria.AriaSuites;
}
