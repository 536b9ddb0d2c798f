package dev.dovetail.tls.suites.integrity;

import static dev.dovetail.tls.api.Authentication.ANONYMOUS;
import static dev.dovetail.tls.api.Authentication.ECDSA;
import static dev.dovetail.tls.api.Authentication.PSK;
import static dev.dovetail.tls.api.Authentication.RSA;
import static dev.dovetail.tls.api.Authentication.RSA_PSK;
import static dev.dovetail.tls.api.Trait.LEGACY;
import static dev.dovetail.tls.api.Trait.NO_ENCRYPTION;
import static dev.dovetail.tls.api.Trait.NO_FORWARD_SECRECY;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.SuiteProvider;
import java.util.List;

/**
 * The NULL suites of TLS 1.2, whatever the key exchange (RFC 5246 A.5, RFC 4785, RFC 5487, RFC 5489, RFC 8422). Those
 * with SHA-2 in their names use it for the PRF too (RFC 5487 3.2, RFC 5489 3.2); older ones have SHA-256 there (RFC 5246 5).
 * TLS_NULL_WITH_NULL_NULL is what a connection begins with, and can't be negotiated (RFC 5246 A.5).
 */
@AutoService(SuiteProvider.class)
public final class NullSuites implements SuiteProvider {

    private static final List<CipherSuite> SUITES = List.of(
            suite(
                    0x0001,
                    "TLS_RSA_WITH_NULL_MD5",
                    "RSA",
                    RSA,
                    "HMAC_MD5",
                    "SHA256",
                    NO_ENCRYPTION,
                    NO_FORWARD_SECRECY,
                    LEGACY),
            suite(
                    0x0002,
                    "TLS_RSA_WITH_NULL_SHA",
                    "RSA",
                    RSA,
                    "HMAC_SHA1",
                    "SHA256",
                    NO_ENCRYPTION,
                    NO_FORWARD_SECRECY),
            suite(
                    0x002c,
                    "TLS_PSK_WITH_NULL_SHA",
                    "PSK",
                    PSK,
                    "HMAC_SHA1",
                    "SHA256",
                    NO_ENCRYPTION,
                    NO_FORWARD_SECRECY),
            suite(0x002d, "TLS_DHE_PSK_WITH_NULL_SHA", "DHE", PSK, "HMAC_SHA1", "SHA256", NO_ENCRYPTION),
            suite(
                    0x002e,
                    "TLS_RSA_PSK_WITH_NULL_SHA",
                    "RSA",
                    RSA_PSK,
                    "HMAC_SHA1",
                    "SHA256",
                    NO_ENCRYPTION,
                    NO_FORWARD_SECRECY),
            suite(
                    0x003b,
                    "TLS_RSA_WITH_NULL_SHA256",
                    "RSA",
                    RSA,
                    "HMAC_SHA256",
                    "SHA256",
                    NO_ENCRYPTION,
                    NO_FORWARD_SECRECY),
            suite(
                    0x00b0,
                    "TLS_PSK_WITH_NULL_SHA256",
                    "PSK",
                    PSK,
                    "HMAC_SHA256",
                    "SHA256",
                    NO_ENCRYPTION,
                    NO_FORWARD_SECRECY),
            suite(
                    0x00b1,
                    "TLS_PSK_WITH_NULL_SHA384",
                    "PSK",
                    PSK,
                    "HMAC_SHA384",
                    "SHA384",
                    NO_ENCRYPTION,
                    NO_FORWARD_SECRECY),
            suite(0x00b4, "TLS_DHE_PSK_WITH_NULL_SHA256", "DHE", PSK, "HMAC_SHA256", "SHA256", NO_ENCRYPTION),
            suite(0x00b5, "TLS_DHE_PSK_WITH_NULL_SHA384", "DHE", PSK, "HMAC_SHA384", "SHA384", NO_ENCRYPTION),
            suite(
                    0x00b8,
                    "TLS_RSA_PSK_WITH_NULL_SHA256",
                    "RSA",
                    RSA_PSK,
                    "HMAC_SHA256",
                    "SHA256",
                    NO_ENCRYPTION,
                    NO_FORWARD_SECRECY),
            suite(
                    0x00b9,
                    "TLS_RSA_PSK_WITH_NULL_SHA384",
                    "RSA",
                    RSA_PSK,
                    "HMAC_SHA384",
                    "SHA384",
                    NO_ENCRYPTION,
                    NO_FORWARD_SECRECY),
            suite(0xc006, "TLS_ECDHE_ECDSA_WITH_NULL_SHA", "ECDHE", ECDSA, "HMAC_SHA1", "SHA256", NO_ENCRYPTION),
            suite(0xc010, "TLS_ECDHE_RSA_WITH_NULL_SHA", "ECDHE", RSA, "HMAC_SHA1", "SHA256", NO_ENCRYPTION),
            suite(
                    0xc015,
                    "TLS_ECDH_anon_WITH_NULL_SHA",
                    "ECDHE",
                    ANONYMOUS,
                    "HMAC_SHA1",
                    "SHA256",
                    NO_ENCRYPTION,
                    LEGACY),
            suite(0xc039, "TLS_ECDHE_PSK_WITH_NULL_SHA", "ECDHE", PSK, "HMAC_SHA1", "SHA256", NO_ENCRYPTION),
            suite(0xc03a, "TLS_ECDHE_PSK_WITH_NULL_SHA256", "ECDHE", PSK, "HMAC_SHA256", "SHA256", NO_ENCRYPTION),
            suite(0xc03b, "TLS_ECDHE_PSK_WITH_NULL_SHA384", "ECDHE", PSK, "HMAC_SHA384", "SHA384", NO_ENCRYPTION));

    /** For the ServiceLoader and {@code Catalog.of}. */
    public NullSuites() {}

    @Override
    public List<CipherSuite> suites() {
        return SUITES;
    }

    private static CipherSuite suite(
            int code, String name, String keyExchange, Authentication by, String mac, String hash, Trait... traits) {
        return CipherSuite.mac12(code, name, keyExchange, by, NullCipher.NAME, mac, hash, traits);
    }
}
