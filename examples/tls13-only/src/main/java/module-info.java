/**
 * An application with TLS 1.3 and one suite. What stands here is all that it can ever negotiate: whoever links an image of
 * it finds nothing else in there.
 */
module org.example.tls13only {
    requires dev.dovetail.tls.net;
    requires dev.dovetail.tls.ciphers.chacha20;
    requires dev.dovetail.tls.macs.hmac;
    requires dev.dovetail.tls.signatures;
    requires dev.dovetail.tls.suites.aead;
    requires dev.dovetail.tls.suites.ecdhe;
}
