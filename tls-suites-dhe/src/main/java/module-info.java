/** Plug-in: finite-field DHE, its groups, and the TLS_DHE suites. It exports nothing: the catalog finds its parts. */
@org.jspecify.annotations.NullMarked
module dev.dovetail.tls.suites.dhe {
    requires dev.dovetail.tls.api;
    requires org.bouncycastle.provider;
    requires static com.google.auto.service;
    requires static org.jspecify;
}
