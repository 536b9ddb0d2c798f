/**
 * Plug-in: suites that authenticate and hide nothing: RFC 9150 and the NULL suites. It exports
 * nothing: the catalog finds its parts.
 */
@org.jspecify.annotations.NullMarked
module dev.dovetail.tls.suites.integrity {
    requires dev.dovetail.tls.api;
    requires static com.google.auto.service;
    requires static org.jspecify;

    provides dev.dovetail.tls.api.spi.BulkCipher with
            dev.dovetail.tls.suites.integrity.IntegritySha256,
            dev.dovetail.tls.suites.integrity.IntegritySha384,
            dev.dovetail.tls.suites.integrity.NullCipher;
    provides dev.dovetail.tls.api.spi.SuiteProvider with
            dev.dovetail.tls.suites.integrity.IntegritySuites,
            dev.dovetail.tls.suites.integrity.NullSuites;
}
