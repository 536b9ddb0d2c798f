/** Plug-in: ML-KEM, alone and in hybrids with elliptic curves. It exports nothing: the catalog finds its parts. */
@org.jspecify.annotations.NullMarked
module dev.dovetail.tls.groups.mlkem {
    requires dev.dovetail.tls.api;
    requires org.bouncycastle.provider;
    requires static com.google.auto.service;
    requires static org.jspecify;

    provides dev.dovetail.tls.api.spi.NamedGroup with
            dev.dovetail.tls.groups.mlkem.BouncyCastleMlKem512,
            dev.dovetail.tls.groups.mlkem.JdkMlKem512,
            dev.dovetail.tls.groups.mlkem.BouncyCastleMlKem768,
            dev.dovetail.tls.groups.mlkem.JdkMlKem768,
            dev.dovetail.tls.groups.mlkem.BouncyCastleMlKem1024,
            dev.dovetail.tls.groups.mlkem.JdkMlKem1024;
    provides dev.dovetail.tls.api.spi.HybridGroup with
            dev.dovetail.tls.groups.mlkem.X25519MlKem768,
            dev.dovetail.tls.groups.mlkem.SecP256r1MlKem768,
            dev.dovetail.tls.groups.mlkem.SecP384r1MlKem1024;
}
