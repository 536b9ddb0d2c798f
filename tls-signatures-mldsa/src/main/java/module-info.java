/** Plug-in: ML-DSA-44, 65 and 87. It exports nothing: the catalog finds its parts. */
@org.jspecify.annotations.NullMarked
module dev.dovetail.tls.signatures.mldsa {
    requires dev.dovetail.tls.api;
    requires org.bouncycastle.provider;
    requires static com.google.auto.service;
    requires static org.jspecify;
}
