/**
 * Plug-in: ECDHE, its named groups, and the TLS_ECDHE suites. It exports nothing: the catalog finds its parts.
 */
@org.jspecify.annotations.NullMarked
module dev.dovetail.tls.suites.ecdhe {
    requires dev.dovetail.tls.api;
    requires static org.bouncycastle.provider;
    requires static com.google.auto.service;
    requires static org.jspecify;

    provides dev.dovetail.tls.api.spi.KeyExchange with
            dev.dovetail.tls.suites.ecdhe.EcdheKeyExchange;
    provides dev.dovetail.tls.api.spi.NamedGroup with
            dev.dovetail.tls.suites.ecdhe.BouncyCastleSecp256r1,
            dev.dovetail.tls.suites.ecdhe.JdkSecp256r1,
            dev.dovetail.tls.suites.ecdhe.BouncyCastleSecp384r1,
            dev.dovetail.tls.suites.ecdhe.JdkSecp384r1,
            dev.dovetail.tls.suites.ecdhe.BouncyCastleSecp521r1,
            dev.dovetail.tls.suites.ecdhe.JdkSecp521r1,
            dev.dovetail.tls.suites.ecdhe.BouncyCastleX25519,
            dev.dovetail.tls.suites.ecdhe.JdkX25519,
            dev.dovetail.tls.suites.ecdhe.BouncyCastleX448,
            dev.dovetail.tls.suites.ecdhe.JdkX448;
    provides dev.dovetail.tls.api.spi.SuiteProvider with
            dev.dovetail.tls.suites.ecdhe.EcdheSuites;
}
