/** The plug-ins that a careful service needs: TLS 1.3, ECDHE, AES, ChaCha20, and hybrids with ML-KEM. */
module dev.dovetail.tls.bundle.modern {
    requires dev.dovetail.tls.ciphers.aes;
    requires dev.dovetail.tls.ciphers.chacha20;
    requires dev.dovetail.tls.groups.mlkem;
    requires dev.dovetail.tls.macs.hmac;
    requires dev.dovetail.tls.signatures;
    requires dev.dovetail.tls.suites.aead;
    requires dev.dovetail.tls.suites.ecdhe;
}
