/** Plug-in: AEGIS-128L and AEGIS-256 in pure Java, and their TLS 1.3 suites. It exports nothing: the catalog finds its parts. */
@org.jspecify.annotations.NullMarked
module dev.dovetail.tls.suites.aegis {
    requires dev.dovetail.tls.api;
    requires static com.google.auto.service;
    requires static org.jspecify;
}
