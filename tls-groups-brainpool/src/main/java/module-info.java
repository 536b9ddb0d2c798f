/** Plug-in: the Brainpool curves and their signature schemes. It exports nothing: the catalog finds its parts. */
@org.jspecify.annotations.NullMarked
module dev.dovetail.tls.groups.brainpool {
    requires dev.dovetail.tls.api;
    requires org.bouncycastle.provider;
    requires static com.google.auto.service;
    requires static org.jspecify;

    provides dev.dovetail.tls.api.spi.NamedGroup with
            dev.dovetail.tls.groups.brainpool.BrainpoolP256r1,
            dev.dovetail.tls.groups.brainpool.BrainpoolP384r1,
            dev.dovetail.tls.groups.brainpool.BrainpoolP512r1,
            dev.dovetail.tls.groups.brainpool.BrainpoolP256r1Tls13,
            dev.dovetail.tls.groups.brainpool.BrainpoolP384r1Tls13,
            dev.dovetail.tls.groups.brainpool.BrainpoolP512r1Tls13;
    provides dev.dovetail.tls.api.spi.SignatureScheme with
            dev.dovetail.tls.groups.brainpool.EcdsaBrainpoolP256r1Tls13Sha256,
            dev.dovetail.tls.groups.brainpool.EcdsaBrainpoolP384r1Tls13Sha384,
            dev.dovetail.tls.groups.brainpool.EcdsaBrainpoolP512r1Tls13Sha512;
}
