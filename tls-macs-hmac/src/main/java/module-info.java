/** Plug-in: the SHA family and its HMACs, computed by the JDK. It exports nothing: the catalog finds its parts. */
@org.jspecify.annotations.NullMarked
module dev.dovetail.tls.macs.hmac {
    requires dev.dovetail.tls.api;
    requires static com.google.auto.service;
    requires static org.jspecify;

    provides dev.dovetail.tls.api.spi.HashAlgorithm with
            dev.dovetail.tls.macs.hmac.Sha1,
            dev.dovetail.tls.macs.hmac.Sha256,
            dev.dovetail.tls.macs.hmac.Sha384,
            dev.dovetail.tls.macs.hmac.Sha512;
    provides dev.dovetail.tls.api.spi.Mac with
            dev.dovetail.tls.macs.hmac.HmacSha1,
            dev.dovetail.tls.macs.hmac.HmacSha256,
            dev.dovetail.tls.macs.hmac.HmacSha384,
            dev.dovetail.tls.macs.hmac.HmacSha512;
}
