/** The plug-ins of small devices (RFC 7925): pre-shared keys or certificates, and AES-CCM. */
module dev.dovetail.tls.bundle.iot {
    requires dev.dovetail.tls.ciphers.ccm;
    requires dev.dovetail.tls.macs.hmac;
    requires dev.dovetail.tls.signatures;
    requires dev.dovetail.tls.suites.ecdhe;
    requires dev.dovetail.tls.suites.psk;
}
