package dev.dovetail.tls.suites.ecdhe;

import static dev.dovetail.tls.api.Authentication.ECDSA;
import static dev.dovetail.tls.api.Authentication.RSA;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.SuiteProvider;
import java.util.List;

/**
 * The suites of TLS 1.2 with ECDHE and AES or ChaCha20 (RFC 5289, RFC 7905, RFC 8422). Those with an AEAD are RECOMMENDED
 * as IANA has it; those with CBC are for peers that have nothing better.
 */
@AutoService(SuiteProvider.class)
public final class EcdheSuites implements SuiteProvider {

    private static final List<CipherSuite> SUITES = List.of(
            aead(0xc02b, "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", ECDSA, "AES_128_GCM", "SHA256"),
            aead(0xc02c, "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384", ECDSA, "AES_256_GCM", "SHA384"),
            aead(0xc02f, "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", RSA, "AES_128_GCM", "SHA256"),
            aead(0xc030, "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", RSA, "AES_256_GCM", "SHA384"),
            aead(0xcca8, "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256", RSA, "CHACHA20_POLY1305", "SHA256"),
            aead(0xcca9, "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256", ECDSA, "CHACHA20_POLY1305", "SHA256"),
            // RFC 5246 5: a suite that is older than TLS 1.2 has its PRF over SHA-256, whatever its MAC.
            cbc(0xc009, "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA", ECDSA, "AES_128_CBC", "HMAC_SHA1", "SHA256"),
            cbc(0xc00a, "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA", ECDSA, "AES_256_CBC", "HMAC_SHA1", "SHA256"),
            cbc(0xc013, "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA", RSA, "AES_128_CBC", "HMAC_SHA1", "SHA256"),
            cbc(0xc014, "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA", RSA, "AES_256_CBC", "HMAC_SHA1", "SHA256"),
            cbc(0xc023, "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256", ECDSA, "AES_128_CBC", "HMAC_SHA256", "SHA256"),
            cbc(0xc024, "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384", ECDSA, "AES_256_CBC", "HMAC_SHA384", "SHA384"),
            cbc(0xc027, "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256", RSA, "AES_128_CBC", "HMAC_SHA256", "SHA256"),
            cbc(0xc028, "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384", RSA, "AES_256_CBC", "HMAC_SHA384", "SHA384"));

    /** For the ServiceLoader and {@code Catalog.of}. */
    public EcdheSuites() {}

    @Override
    public List<CipherSuite> suites() {
        return SUITES;
    }

    private static CipherSuite aead(int code, String name, Authentication by, String cipher, String hash) {
        return CipherSuite.aead12(code, name, EcdheKeyExchange.NAME, by, cipher, hash, Trait.RECOMMENDED);
    }

    private static CipherSuite cbc(int code, String name, Authentication by, String cipher, String mac, String hash) {
        return CipherSuite.mac12(code, name, EcdheKeyExchange.NAME, by, cipher, mac, hash);
    }
}
