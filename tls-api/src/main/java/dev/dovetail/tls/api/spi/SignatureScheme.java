package dev.dovetail.tls.api.spi;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Trait;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A signature algorithm with all its parameters (RFC 8446 4.2.3). */
public interface SignatureScheme extends Part {

    /**
     * The number in signature_algorithms.
     *
     * @return 0 to 0xffff
     */
    int code();

    /**
     * The versions in which handshakes may be signed with it. A scheme for certificates only (rsa_pkcs1 in TLS 1.3) leaves
     * that version out.
     *
     * @return versions
     */
    Set<ProtocolVersion> versions();

    /**
     * Which suites of TLS 1.2 it serves.
     *
     * @return the name of their {@link dev.dovetail.tls.api.Authentication}, for example {@code ECDSA}
     */
    String authentication();

    /**
     * The number by which a CertificateRequest of TLS 1.2 names this scheme's kind of key (RFC 5246 7.4.4, RFC 8422 5.5:
     * rsa_sign 1, dss_sign 2, ecdsa_sign 64).
     *
     * @return 0 to 255; empty, the default, if there is none: a client may then use the scheme whatever kinds are named,
     *     and a server can't ask for a certificate by this scheme alone
     */
    default OptionalInt clientCertificateType() {
        return OptionalInt.empty();
    }

    /**
     * What {@link java.security.Key#getAlgorithm()} says of keys that it signs with: key managers of {@code javax.net.ssl}
     * are asked by it. Security providers differ.
     *
     * @return the JDK's name first, for example {@code EdDSA} and {@code Ed25519}; none, the default, if there is no such
     *     name
     */
    default List<String> keyAlgorithms() {
        return List.of();
    }

    /**
     * The JCA's name of the signature, as {@link X509Certificate#getSigAlgName()} says it: trust managers of
     * {@code javax.net.ssl} compare certificates with it.
     *
     * @return for example {@code SHA256withECDSA}, {@code RSASSA-PSS}; empty, the default, if the JCA has none
     */
    default Optional<String> signatureAlgorithm() {
        return Optional.empty();
    }

    /**
     * What to know before enabling it.
     *
     * @return traits
     */
    Set<Trait> traits();

    /**
     * Where this scheme stands among the defaults: higher comes first.
     *
     * @return 0 unless there is a reason
     */
    default int preference() {
        return 0;
    }

    /**
     * Tells whether a certificate's key can be used with this scheme. TLS 1.3 ties ECDSA schemes to their curve, TLS 1.2
     * does not (RFC 8446 4.2.3).
     *
     * @param key the key of a certificate
     * @param version the version that was negotiated
     * @return true if it fits
     */
    boolean fits(PublicKey key, ProtocolVersion version);

    /**
     * Tells whether the signature on a certificate was made with this scheme, by its algorithm identifier alone.
     *
     * @param certificate the certificate
     * @return true if so
     */
    boolean signed(X509Certificate certificate);

    /**
     * Signs. May be slow, may reach an HSM.
     *
     * @param key fits this scheme; need not show its bytes
     * @param content what to sign, not modified
     * @param random source of fresh randomness
     * @return the signature as it goes on the wire
     * @throws GeneralSecurityException if the key can't be used
     */
    byte[] sign(PrivateKey key, byte[] content, SecureRandom random) throws GeneralSecurityException;

    /**
     * Verifies. A signature that can't even be parsed is a wrong one.
     *
     * @param key fits this scheme
     * @param content what was signed, not modified
     * @param signature as it came from the wire, not modified
     * @return true if the signature is right
     */
    boolean verify(PublicKey key, byte[] content, byte[] signature);

    /**
     * Verifies the signature on a certificate that was {@link #signed} with this scheme.
     *
     * <p>The core asks where the JDK does not know the algorithm, and, for speed, before the JDK where the scheme's
     * {@link #priority()} is above 0. There false, and an exception, mean that the JDK is to judge; true is believed.
     *
     * @param issuer the issuer's key, fits this scheme
     * @param content the certificate without its signature (tbsCertificate), not modified
     * @param signature as it stands in the certificate, not modified
     * @return true if the signature is right; as in {@link #verify}, unless certificates are signed in another way than
     *     handshakes (RFC 8998 3.2.1)
     */
    default boolean verifyCertificate(PublicKey issuer, byte[] content, byte[] signature) {
        return verify(issuer, content, signature);
    }

    /**
     * Makes a public key of its encoding, for a kind of key that the JDK does not know. The core asks the JDK first.
     *
     * @param info SubjectPublicKeyInfo, DER; the scheme's to keep
     * @return the key; empty, the default, if it is of another kind or malformed
     */
    default Optional<PublicKey> publicKey(byte[] info) {
        return Optional.empty();
    }

    /**
     * Makes a private key of its encoding, for a kind of key that the JDK does not know. The core asks the JDK first.
     *
     * @param info PrivateKeyInfo (PKCS #8) without attributes, DER; not kept, the caller wipes it
     * @return the key; empty, the default, if it is of another kind or malformed
     */
    default Optional<PrivateKey> privateKey(byte[] info) {
        return Optional.empty();
    }
}
