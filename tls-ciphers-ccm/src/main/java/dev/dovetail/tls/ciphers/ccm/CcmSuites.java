package dev.dovetail.tls.ciphers.ccm;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.SuiteProvider;
import java.util.List;

/**
 * The suites with AES-CCM: of TLS 1.3 (RFC 8446 B.4) and of TLS 1.2 with every key exchange (RFC 6655, RFC 7251,
 * RFC 8442).
 *
 * <p>Choice: none is RECOMMENDED, though IANA says so of some: they are for small devices that have nothing faster, and
 * adding this module must not change what others negotiate.
 */
@AutoService(SuiteProvider.class)
public final class CcmSuites implements SuiteProvider {

    private static final List<CipherSuite> SUITES = List.of(
            tls13(0x1304, "TLS_AES_128_CCM_SHA256", CcmAlgorithm.AES_128_CCM),
            tls13(0x1305, "TLS_AES_128_CCM_8_SHA256", CcmAlgorithm.AES_128_CCM_8),
            rsa(0xc09c, "TLS_RSA_WITH_AES_128_CCM", CcmAlgorithm.AES_128_CCM),
            rsa(0xc09d, "TLS_RSA_WITH_AES_256_CCM", CcmAlgorithm.AES_256_CCM),
            dhe(0xc09e, "TLS_DHE_RSA_WITH_AES_128_CCM", Authentication.RSA, CcmAlgorithm.AES_128_CCM),
            dhe(0xc09f, "TLS_DHE_RSA_WITH_AES_256_CCM", Authentication.RSA, CcmAlgorithm.AES_256_CCM),
            rsa(0xc0a0, "TLS_RSA_WITH_AES_128_CCM_8", CcmAlgorithm.AES_128_CCM_8),
            rsa(0xc0a1, "TLS_RSA_WITH_AES_256_CCM_8", CcmAlgorithm.AES_256_CCM_8),
            dhe(0xc0a2, "TLS_DHE_RSA_WITH_AES_128_CCM_8", Authentication.RSA, CcmAlgorithm.AES_128_CCM_8),
            dhe(0xc0a3, "TLS_DHE_RSA_WITH_AES_256_CCM_8", Authentication.RSA, CcmAlgorithm.AES_256_CCM_8),
            psk(0xc0a4, "TLS_PSK_WITH_AES_128_CCM", CcmAlgorithm.AES_128_CCM),
            psk(0xc0a5, "TLS_PSK_WITH_AES_256_CCM", CcmAlgorithm.AES_256_CCM),
            dhe(0xc0a6, "TLS_DHE_PSK_WITH_AES_128_CCM", Authentication.PSK, CcmAlgorithm.AES_128_CCM),
            dhe(0xc0a7, "TLS_DHE_PSK_WITH_AES_256_CCM", Authentication.PSK, CcmAlgorithm.AES_256_CCM),
            psk(0xc0a8, "TLS_PSK_WITH_AES_128_CCM_8", CcmAlgorithm.AES_128_CCM_8),
            psk(0xc0a9, "TLS_PSK_WITH_AES_256_CCM_8", CcmAlgorithm.AES_256_CCM_8),
            // RFC 6655 4 turns the words round in these two names; they are DHE_PSK as the others.
            dhe(0xc0aa, "TLS_PSK_DHE_WITH_AES_128_CCM_8", Authentication.PSK, CcmAlgorithm.AES_128_CCM_8),
            dhe(0xc0ab, "TLS_PSK_DHE_WITH_AES_256_CCM_8", Authentication.PSK, CcmAlgorithm.AES_256_CCM_8),
            ecdhe(0xc0ac, "TLS_ECDHE_ECDSA_WITH_AES_128_CCM", Authentication.ECDSA, CcmAlgorithm.AES_128_CCM),
            ecdhe(0xc0ad, "TLS_ECDHE_ECDSA_WITH_AES_256_CCM", Authentication.ECDSA, CcmAlgorithm.AES_256_CCM),
            ecdhe(0xc0ae, "TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8", Authentication.ECDSA, CcmAlgorithm.AES_128_CCM_8),
            ecdhe(0xc0af, "TLS_ECDHE_ECDSA_WITH_AES_256_CCM_8", Authentication.ECDSA, CcmAlgorithm.AES_256_CCM_8),
            ecdhe(0xd003, "TLS_ECDHE_PSK_WITH_AES_128_CCM_8_SHA256", Authentication.PSK, CcmAlgorithm.AES_128_CCM_8),
            ecdhe(0xd005, "TLS_ECDHE_PSK_WITH_AES_128_CCM_SHA256", Authentication.PSK, CcmAlgorithm.AES_128_CCM));

    // RFC 6655 3 and 4, RFC 7251 2, RFC 8442 3: all have the PRF of TLS 1.2, those of TLS 1.3 the same hash.
    private static final String HASH = "SHA256";

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public CcmSuites() {}

    @Override
    public List<CipherSuite> suites() {
        return SUITES;
    }

    private static CipherSuite tls13(int code, String name, CcmAlgorithm cipher) {
        return CipherSuite.tls13(code, name, cipher.name(), HASH);
    }

    private static CipherSuite rsa(int code, String name, CcmAlgorithm cipher) {
        return tls12(code, name, "RSA", Authentication.RSA, cipher, Trait.NO_FORWARD_SECRECY);
    }

    private static CipherSuite psk(int code, String name, CcmAlgorithm cipher) {
        return tls12(code, name, "PSK", Authentication.PSK, cipher, Trait.NO_FORWARD_SECRECY);
    }

    private static CipherSuite dhe(int code, String name, Authentication by, CcmAlgorithm cipher) {
        return tls12(code, name, "DHE", by, cipher);
    }

    private static CipherSuite ecdhe(int code, String name, Authentication by, CcmAlgorithm cipher) {
        return tls12(code, name, "ECDHE", by, cipher);
    }

    private static CipherSuite tls12(
            int code, String name, String keyExchange, Authentication by, CcmAlgorithm cipher, Trait... traits) {
        return CipherSuite.aead12(code, name, keyExchange, by, cipher.name(), HASH, traits);
    }
}
