package dev.dovetail.tls.provider.accp;

import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Trait;
import java.util.Set;

/**
 * What IANA and the RFCs say of a scheme, whoever computes it.
 *
 * @param code the number in signature_algorithms
 * @param name IANA's spelling
 * @param versions where handshakes may be signed with it
 * @param authentication which suites of TLS 1.2 it serves
 * @param clientCertificateType the kind of key in a CertificateRequest of TLS 1.2
 * @param certificateOid the algorithm identifier of a certificate that was signed with it
 * @param trait what to know before enabling it
 * @param preference where it stands among the defaults
 */
record SchemeFacts(
        int code,
        String name,
        Set<ProtocolVersion> versions,
        String authentication,
        int clientCertificateType,
        String certificateOid,
        Trait trait,
        int preference) {

    /** RFC 5246 7.4.4. */
    private static final int RSA_SIGN = 1;

    /** RFC 8422 5.5; EdDSA shares it (5.10). */
    private static final int ECDSA_SIGN = 64;

    private static final Set<ProtocolVersion> BOTH = Set.of(ProtocolVersion.TLS_1_2, ProtocolVersion.TLS_1_3);
    private static final Set<ProtocolVersion> ONLY_1_2 = Set.of(ProtocolVersion.TLS_1_2);

    /** RSASSA-PKCS1-v1_5: TLS 1.3 has it in certificates only (RFC 8446 4.2.3). */
    static SchemeFacts pkcs1(int code, String name, String certificateOid, int preference) {
        return rsa(code, name, ONLY_1_2, certificateOid, preference);
    }

    /** RSASSA-PSS. */
    static SchemeFacts pss(int code, String name, String certificateOid, int preference) {
        return rsa(code, name, BOTH, certificateOid, preference);
    }

    /** ECDSA, and EdDSA too: TLS 1.2 negotiates that by the ECDSA suites (RFC 8422 5.10). */
    static SchemeFacts ecdsa(int code, String name, String certificateOid, int preference) {
        String authentication = Authentication.ECDSA.name();
        return new SchemeFacts(
                code, name, BOTH, authentication, ECDSA_SIGN, certificateOid, Trait.RECOMMENDED, preference);
    }

    private static SchemeFacts rsa(
            int code, String name, Set<ProtocolVersion> versions, String certificateOid, int preference) {
        String authentication = Authentication.RSA.name();
        return new SchemeFacts(
                code, name, versions, authentication, RSA_SIGN, certificateOid, Trait.RECOMMENDED, preference);
    }
}
