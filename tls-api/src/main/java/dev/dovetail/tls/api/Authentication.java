package dev.dovetail.tls.api;

/**
 * How a suite of TLS 1.2 has the server prove who it is. Open: a plug-in may bring another one, and its signature scheme
 * names it.
 *
 * @param name the word as it stands in suite names, for example {@code ECDSA}
 * @param certificate whether the server sends a Certificate message
 * @param signature whether the server signs its key exchange parameters with that certificate's key
 */
public record Authentication(String name, boolean certificate, boolean signature) {

    /** RSA certificate; signs where the key exchange has parameters to sign (RFC 5246 7.4.2). */
    public static final Authentication RSA = new Authentication("RSA", true, true);

    /** ECDSA or EdDSA certificate (RFC 8422 2.2). */
    public static final Authentication ECDSA = new Authentication("ECDSA", true, true);

    /** DSA certificate (RFC 5246 7.4.2). */
    public static final Authentication DSS = new Authentication("DSS", true, true);

    /** A key that both sides have already (RFC 4279). */
    public static final Authentication PSK = new Authentication("PSK", false, false);

    /** Nobody proves anything (RFC 5246 F.1.1.1). */
    public static final Authentication ANONYMOUS = new Authentication("anon", false, false);

    /** TLS 1.3: the suite does not say; signature_algorithms does (RFC 8446 4.2.3). */
    public static final Authentication NEGOTIATED = new Authentication("negotiated", true, true);

    @Override
    public String toString() {
        return name;
    }
}
