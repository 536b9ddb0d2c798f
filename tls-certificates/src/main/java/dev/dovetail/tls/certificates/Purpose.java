package dev.dovetail.tls.certificates;

import org.bouncycastle.asn1.x509.KeyPurposeId;

/** What a certificate's extended key usage extension allows (RFC 5280 4.2.1.12). */
public enum Purpose {
    /** serverAuth. */
    SERVER(KeyPurposeId.id_kp_serverAuth),
    /** clientAuth. */
    CLIENT(KeyPurposeId.id_kp_clientAuth),
    /** codeSigning: for a certificate that fits no TLS peer. */
    CODE_SIGNING(KeyPurposeId.id_kp_codeSigning);

    private final KeyPurposeId id;

    Purpose(KeyPurposeId id) {
        this.id = id;
    }

    KeyPurposeId id() {
        return id;
    }
}
