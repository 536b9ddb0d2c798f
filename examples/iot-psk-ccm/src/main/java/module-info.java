/** A small device: no certificates, no groups, no signatures; a key that it was given and AES-CCM. */
module org.example.iot {
    requires dev.dovetail.tls.net;
    requires dev.dovetail.tls.ciphers.ccm;
    requires dev.dovetail.tls.macs.hmac;
    requires dev.dovetail.tls.suites.psk;
}
