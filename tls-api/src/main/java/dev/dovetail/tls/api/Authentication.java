package dev.dovetail.tls.api;

/**
 * How a suite of TLS 1.2 has the server prove who it is. Open: a plug-in may bring another one, and its signature scheme
 * names it.
 *
 * @param name the word as it stands in suite names, for example {@code ECDSA}
 * @param certificate whether the server sends a Certificate message
 * @param signature whether the server signs its key exchange parameters with that certificate's key
 * @param preShared whether both sides mix in a key that they have already (RFC 4279): the core then carries identity and
 *     hint, looks the key up, and joins it with what the key exchange agrees on
 */
public record Authentication(String name, boolean certificate, boolean signature, boolean preShared) {

    /** RSA certificate; signs where the key exchange has parameters to sign (RFC 5246 7.4.2). */
    public static final Authentication RSA = new Authentication("RSA", true, true, false);

    /** ECDSA or EdDSA certificate (RFC 8422 2.2). */
    public static final Authentication ECDSA = new Authentication("ECDSA", true, true, false);

    /** DSA certificate (RFC 5246 7.4.2). */
    public static final Authentication DSS = new Authentication("DSS", true, true, false);

    /** A key that both sides have already (RFC 4279 2 and 3, RFC 5489). */
    public static final Authentication PSK = new Authentication("PSK", false, false, true);

    /** A key that both sides have already, and a certificate whose RSA key decrypts (RFC 4279 4). */
    public static final Authentication RSA_PSK = new Authentication("RSA_PSK", true, false, true);

    /** Nobody proves anything (RFC 5246 F.1.1.1). */
    public static final Authentication ANONYMOUS = new Authentication("anon", false, false, false);

    /** TLS 1.3: the suite does not say; signature_algorithms does (RFC 8446 4.2.3). */
    public static final Authentication NEGOTIATED = new Authentication("negotiated", true, true, false);

    @Override
    public String toString() {
        return name;
    }
}
