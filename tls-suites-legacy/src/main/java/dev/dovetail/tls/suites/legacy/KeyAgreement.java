package dev.dovetail.tls.suites.legacy;

import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.Trait;
import java.util.EnumSet;

/**
 * How keys are agreed on and who proves himself, with what follows from it; all suites of this module are LEGACY besides.
 *
 * @param keyExchange name of a key exchange
 * @param authentication how the server proves itself
 * @param traits not modified
 */
record KeyAgreement(String keyExchange, Authentication authentication, Trait... traits) {

    // Whoever takes the server's key, or the shared one, can read the traffic of today: RSA and PSK.
    static final KeyAgreement RSA = new KeyAgreement("RSA", Authentication.RSA, Trait.NO_FORWARD_SECRECY);
    static final KeyAgreement PSK = new KeyAgreement("PSK", Authentication.PSK, Trait.NO_FORWARD_SECRECY);
    static final KeyAgreement RSA_PSK = new KeyAgreement("RSA", Authentication.RSA_PSK, Trait.NO_FORWARD_SECRECY);
    static final KeyAgreement DHE_RSA = new KeyAgreement("DHE", Authentication.RSA);
    static final KeyAgreement DHE_DSS = new KeyAgreement("DHE", Authentication.DSS);
    static final KeyAgreement DHE_PSK = new KeyAgreement("DHE", Authentication.PSK);
    static final KeyAgreement DH_ANON = new KeyAgreement("DHE", Authentication.ANONYMOUS);
    static final KeyAgreement ECDHE_RSA = new KeyAgreement("ECDHE", Authentication.RSA);
    static final KeyAgreement ECDHE_ECDSA = new KeyAgreement("ECDHE", Authentication.ECDSA);
    static final KeyAgreement ECDHE_PSK = new KeyAgreement("ECDHE", Authentication.PSK);
    static final KeyAgreement ECDH_ANON = new KeyAgreement("ECDHE", Authentication.ANONYMOUS);

    CipherSuite aead(int code, String name, String cipher, String hash) {
        return CipherSuite.aead12(code, name, keyExchange, authentication, cipher, hash, all());
    }

    /** RFC 5246 5: the PRF is over SHA-256, whatever the MAC. */
    CipherSuite mac(int code, String name, String cipher, String mac) {
        return CipherSuite.mac12(code, name, keyExchange, authentication, cipher, mac, "SHA256", all());
    }

    private Trait[] all() {
        return EnumSet.of(Trait.LEGACY, traits).toArray(new Trait[0]);
    }
}
