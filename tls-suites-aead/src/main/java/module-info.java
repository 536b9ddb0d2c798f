/** Plug-in: the suites of TLS 1.3. It exports nothing: the catalog finds them. */
@org.jspecify.annotations.NullMarked
module dev.dovetail.tls.suites.aead {
    requires dev.dovetail.tls.api;
    requires static com.google.auto.service;
    requires static org.jspecify;

    provides dev.dovetail.tls.api.spi.SuiteProvider with
            dev.dovetail.tls.suites.aead.AeadSuites;
}
