package dev.dovetail.tls.certificates;

import org.bouncycastle.asn1.x509.KeyUsage;

/** What a certificate's key usage extension allows (RFC 5280 4.2.1.3). */
public enum KeyUse {
    /** Signing handshakes. */
    DIGITAL_SIGNATURE(KeyUsage.digitalSignature),
    /** Receiving encrypted premaster secrets. */
    KEY_ENCIPHERMENT(KeyUsage.keyEncipherment),
    /** Static Diffie-Hellman. */
    KEY_AGREEMENT(KeyUsage.keyAgreement),
    /** Signing certificates. */
    KEY_CERT_SIGN(KeyUsage.keyCertSign),
    /** Signing lists of revoked certificates. */
    CRL_SIGN(KeyUsage.cRLSign);

    private final int bit;

    KeyUse(int bit) {
        this.bit = bit;
    }

    int bit() {
        return bit;
    }
}
