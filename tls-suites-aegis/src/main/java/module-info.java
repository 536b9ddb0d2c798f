/** Plug-in: AEGIS-128L and AEGIS-256 in pure Java, and their TLS 1.3 suites. It exports nothing: the catalog finds its parts. */
@org.jspecify.annotations.NullMarked
module dev.dovetail.tls.suites.aegis {
    requires dev.dovetail.tls.api;
    requires static com.google.auto.service;
    requires static org.jspecify;

    provides dev.dovetail.tls.api.spi.BulkCipher with
            dev.dovetail.tls.suites.aegis.Aegis128L,
            dev.dovetail.tls.suites.aegis.Aegis256;
    provides dev.dovetail.tls.api.spi.SuiteProvider with
            dev.dovetail.tls.suites.aegis.AegisSuites;
}
