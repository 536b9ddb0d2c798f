/** Every plug-in of Dovetail. What is enabled by default is the same as with the modern bundle. */
module dev.dovetail.tls.bundle.all {
    requires dev.dovetail.tls.ciphers.aes;
    requires dev.dovetail.tls.ciphers.ccm;
    requires dev.dovetail.tls.ciphers.chacha20;
    requires dev.dovetail.tls.groups.brainpool;
    requires dev.dovetail.tls.groups.mlkem;
    requires dev.dovetail.tls.macs.hmac;
    requires dev.dovetail.tls.signatures;
    requires dev.dovetail.tls.signatures.mldsa;
    requires dev.dovetail.tls.suites.aead;
    requires dev.dovetail.tls.suites.aegis;
    requires dev.dovetail.tls.suites.aria;
    requires dev.dovetail.tls.suites.ascon;
    requires dev.dovetail.tls.suites.camellia;
    requires dev.dovetail.tls.suites.dhe;
    requires dev.dovetail.tls.suites.ecdhe;
    requires dev.dovetail.tls.suites.integrity;
    requires dev.dovetail.tls.suites.legacy;
    requires dev.dovetail.tls.suites.psk;
    requires dev.dovetail.tls.suites.rsa;
    requires dev.dovetail.tls.suites.sm;
}
