/** Plug-in: ML-DSA signatures for TLS 1.3. It exports nothing: the catalog finds its parts. */
@org.jspecify.annotations.NullMarked
module dev.dovetail.tls.signatures.mldsa {
    requires dev.dovetail.tls.api;
    requires org.bouncycastle.provider;
    requires static com.google.auto.service;
    requires static org.jspecify;

    provides dev.dovetail.tls.api.spi.SignatureScheme with
            dev.dovetail.tls.signatures.mldsa.BouncyCastleMlDsa44,
            dev.dovetail.tls.signatures.mldsa.JdkMlDsa44,
            dev.dovetail.tls.signatures.mldsa.BouncyCastleMlDsa65,
            dev.dovetail.tls.signatures.mldsa.JdkMlDsa65,
            dev.dovetail.tls.signatures.mldsa.BouncyCastleMlDsa87,
            dev.dovetail.tls.signatures.mldsa.JdkMlDsa87;
}
