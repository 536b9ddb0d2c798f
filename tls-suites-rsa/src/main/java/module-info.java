/** Plug-in: RSA key transport and the TLS_RSA suites. It exports nothing: the catalog finds its parts. */
@org.jspecify.annotations.NullMarked
module dev.dovetail.tls.suites.rsa {
    requires dev.dovetail.tls.api;
    requires static com.google.auto.service;
    requires static org.jspecify;

    provides dev.dovetail.tls.api.spi.KeyExchange with
            dev.dovetail.tls.suites.rsa.RsaKeyExchange;
    provides dev.dovetail.tls.api.spi.SuiteProvider with
            dev.dovetail.tls.suites.rsa.RsaSuites;
}
