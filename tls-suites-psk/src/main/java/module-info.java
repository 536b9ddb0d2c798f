/**
 * Plug-in: pre-shared keys, and the TLS_PSK, DHE_PSK, ECDHE_PSK and RSA_PSK suites. It exports
 * nothing: the catalog finds its parts.
 */
@org.jspecify.annotations.NullMarked
module dev.dovetail.tls.suites.psk {
    requires dev.dovetail.tls.api;
    requires static com.google.auto.service;
    requires static org.jspecify;

    provides dev.dovetail.tls.api.spi.KeyExchange with
            dev.dovetail.tls.suites.psk.PskKeyExchange;
    provides dev.dovetail.tls.api.spi.SuiteProvider with
            dev.dovetail.tls.suites.psk.PskSuites;
}
