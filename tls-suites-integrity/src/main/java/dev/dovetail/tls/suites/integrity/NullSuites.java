package dev.dovetail.tls.suites.integrity;

import static dev.dovetail.tls.api.Trait.LEGACY;
import static dev.dovetail.tls.api.Trait.NO_ENCRYPTION;
import static dev.dovetail.tls.api.Trait.NO_FORWARD_SECRECY;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.SuiteProvider;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The NULL suites of TLS 1.2, whatever the key exchange (RFC 5246 A.5, RFC 4785, RFC 5487, RFC 5489, RFC 8422). Those
 * with SHA-2 in their names use it for the PRF too (RFC 5487 3.2, RFC 5489 3.2); older ones have SHA-256 there (RFC 5246 5).
 * TLS_NULL_WITH_NULL_NULL is what a connection begins with, and can't be negotiated (RFC 5246 A.5).
 */
@AutoService(SuiteProvider.class)
public final class NullSuites implements SuiteProvider {

    private static final KeyAgreement RSA = new KeyAgreement("RSA", Authentication.RSA, NO_FORWARD_SECRECY);
    private static final KeyAgreement ECDHE_ECDSA = new KeyAgreement("ECDHE", Authentication.ECDSA);
    private static final KeyAgreement ECDHE_RSA = new KeyAgreement("ECDHE", Authentication.RSA);
    private static final KeyAgreement ECDH_ANON = new KeyAgreement("ECDHE", Authentication.ANONYMOUS, LEGACY);
    private static final KeyAgreement PSK = new KeyAgreement("PSK", Authentication.PSK, NO_FORWARD_SECRECY);
    private static final KeyAgreement DHE_PSK = new KeyAgreement("DHE", Authentication.PSK);
    private static final KeyAgreement ECDHE_PSK = new KeyAgreement("ECDHE", Authentication.PSK);
    private static final KeyAgreement RSA_PSK = new KeyAgreement("RSA", Authentication.RSA_PSK, NO_FORWARD_SECRECY);

    private static final List<CipherSuite> SUITES = List.of(
            RSA.suite(0x0001, "TLS_RSA_WITH_NULL_MD5", "HMAC_MD5", "SHA256", LEGACY),
            RSA.suite(0x0002, "TLS_RSA_WITH_NULL_SHA", "HMAC_SHA1", "SHA256"),
            PSK.suite(0x002c, "TLS_PSK_WITH_NULL_SHA", "HMAC_SHA1", "SHA256"),
            DHE_PSK.suite(0x002d, "TLS_DHE_PSK_WITH_NULL_SHA", "HMAC_SHA1", "SHA256"),
            RSA_PSK.suite(0x002e, "TLS_RSA_PSK_WITH_NULL_SHA", "HMAC_SHA1", "SHA256"),
            RSA.suite(0x003b, "TLS_RSA_WITH_NULL_SHA256", "HMAC_SHA256", "SHA256"),
            PSK.suite(0x00b0, "TLS_PSK_WITH_NULL_SHA256", "HMAC_SHA256", "SHA256"),
            PSK.suite(0x00b1, "TLS_PSK_WITH_NULL_SHA384", "HMAC_SHA384", "SHA384"),
            DHE_PSK.suite(0x00b4, "TLS_DHE_PSK_WITH_NULL_SHA256", "HMAC_SHA256", "SHA256"),
            DHE_PSK.suite(0x00b5, "TLS_DHE_PSK_WITH_NULL_SHA384", "HMAC_SHA384", "SHA384"),
            RSA_PSK.suite(0x00b8, "TLS_RSA_PSK_WITH_NULL_SHA256", "HMAC_SHA256", "SHA256"),
            RSA_PSK.suite(0x00b9, "TLS_RSA_PSK_WITH_NULL_SHA384", "HMAC_SHA384", "SHA384"),
            ECDHE_ECDSA.suite(0xc006, "TLS_ECDHE_ECDSA_WITH_NULL_SHA", "HMAC_SHA1", "SHA256"),
            ECDHE_RSA.suite(0xc010, "TLS_ECDHE_RSA_WITH_NULL_SHA", "HMAC_SHA1", "SHA256"),
            ECDH_ANON.suite(0xc015, "TLS_ECDH_anon_WITH_NULL_SHA", "HMAC_SHA1", "SHA256"),
            ECDHE_PSK.suite(0xc039, "TLS_ECDHE_PSK_WITH_NULL_SHA", "HMAC_SHA1", "SHA256"),
            ECDHE_PSK.suite(0xc03a, "TLS_ECDHE_PSK_WITH_NULL_SHA256", "HMAC_SHA256", "SHA256"),
            ECDHE_PSK.suite(0xc03b, "TLS_ECDHE_PSK_WITH_NULL_SHA384", "HMAC_SHA384", "SHA384"));

    /** For the ServiceLoader and {@code Catalog.of}. */
    public NullSuites() {}

    @Override
    public List<CipherSuite> suites() {
        return SUITES;
    }

    /** How keys are agreed on and who proves himself, with what follows from it. */
    private record KeyAgreement(String keyExchange, Authentication authentication, Trait... traits) {

        CipherSuite suite(int code, String name, String mac, String hash, Trait... more) {
            Set<Trait> all = EnumSet.of(NO_ENCRYPTION, traits);
            all.addAll(List.of(more));
            return CipherSuite.mac12(
                    code, name, keyExchange, authentication, NullCipher.NAME, mac, hash, all.toArray(new Trait[0]));
        }
    }
}
