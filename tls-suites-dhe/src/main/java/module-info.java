/** Plug-in: finite-field DHE, its groups, and the TLS_DHE suites. It exports nothing: the catalog finds its parts. */
@org.jspecify.annotations.NullMarked
module dev.dovetail.tls.suites.dhe {
    requires dev.dovetail.tls.api;
    requires static com.google.auto.service;
    requires static org.jspecify;

    provides dev.dovetail.tls.api.spi.KeyExchange with
            dev.dovetail.tls.suites.dhe.DheKeyExchange;
    provides dev.dovetail.tls.api.spi.NamedGroup with
            dev.dovetail.tls.suites.dhe.Ffdhe2048,
            dev.dovetail.tls.suites.dhe.Ffdhe3072,
            dev.dovetail.tls.suites.dhe.Ffdhe4096,
            dev.dovetail.tls.suites.dhe.Ffdhe6144,
            dev.dovetail.tls.suites.dhe.Ffdhe8192;
    provides dev.dovetail.tls.api.spi.SuiteProvider with
            dev.dovetail.tls.suites.dhe.DheSuites;
}
