/** Plug-in: 3DES, DES, RC4, SEED, DSS and anonymous suites, for reaching an old device on purpose. It exports nothing: the catalog finds its parts. */
@org.jspecify.annotations.NullMarked
module dev.dovetail.tls.suites.legacy {
    requires dev.dovetail.tls.api;
    requires org.bouncycastle.provider;
    requires static com.google.auto.service;
    requires static org.jspecify;
}
