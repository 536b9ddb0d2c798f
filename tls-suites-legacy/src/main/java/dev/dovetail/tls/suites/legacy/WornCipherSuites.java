package dev.dovetail.tls.suites.legacy;

import static dev.dovetail.tls.api.Authentication.ANONYMOUS;
import static dev.dovetail.tls.api.Authentication.DSS;
import static dev.dovetail.tls.api.Authentication.ECDSA;
import static dev.dovetail.tls.api.Authentication.PSK;
import static dev.dovetail.tls.api.Authentication.RSA;
import static dev.dovetail.tls.api.Authentication.RSA_PSK;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.SuiteProvider;
import java.util.List;

/**
 * The suites of TLS 1.2 with 3DES, DES, RC4 or SEED, whatever the key exchange (RFC 5246 A.5, RFC 5469, RFC 4162, RFC 4279,
 * RFC 5489, RFC 8422). All are older than TLS 1.2, so their PRF is over SHA-256 (RFC 5246 5).
 */
@AutoService(SuiteProvider.class)
public final class WornCipherSuites implements SuiteProvider {

    private static final List<CipherSuite> SUITES = List.of(
            keyed(0x000a, "TLS_RSA_WITH_3DES_EDE_CBC_SHA", "RSA", RSA, "3DES_EDE_CBC", "HMAC_SHA1"),
            mac(0x0013, "TLS_DHE_DSS_WITH_3DES_EDE_CBC_SHA", "DHE", DSS, "3DES_EDE_CBC", "HMAC_SHA1"),
            mac(0x0016, "TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA", "DHE", RSA, "3DES_EDE_CBC", "HMAC_SHA1"),
            mac(0x001b, "TLS_DH_anon_WITH_3DES_EDE_CBC_SHA", "DHE", ANONYMOUS, "3DES_EDE_CBC", "HMAC_SHA1"),
            keyed(0x008b, "TLS_PSK_WITH_3DES_EDE_CBC_SHA", "PSK", PSK, "3DES_EDE_CBC", "HMAC_SHA1"),
            mac(0x008f, "TLS_DHE_PSK_WITH_3DES_EDE_CBC_SHA", "DHE", PSK, "3DES_EDE_CBC", "HMAC_SHA1"),
            keyed(0x0093, "TLS_RSA_PSK_WITH_3DES_EDE_CBC_SHA", "RSA", RSA_PSK, "3DES_EDE_CBC", "HMAC_SHA1"),
            mac(0xc008, "TLS_ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA", "ECDHE", ECDSA, "3DES_EDE_CBC", "HMAC_SHA1"),
            mac(0xc012, "TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA", "ECDHE", RSA, "3DES_EDE_CBC", "HMAC_SHA1"),
            mac(0xc017, "TLS_ECDH_anon_WITH_3DES_EDE_CBC_SHA", "ECDHE", ANONYMOUS, "3DES_EDE_CBC", "HMAC_SHA1"),
            mac(0xc034, "TLS_ECDHE_PSK_WITH_3DES_EDE_CBC_SHA", "ECDHE", PSK, "3DES_EDE_CBC", "HMAC_SHA1"),
            keyed(0x0009, "TLS_RSA_WITH_DES_CBC_SHA", "RSA", RSA, "DES_CBC", "HMAC_SHA1"),
            mac(0x0012, "TLS_DHE_DSS_WITH_DES_CBC_SHA", "DHE", DSS, "DES_CBC", "HMAC_SHA1"),
            mac(0x0015, "TLS_DHE_RSA_WITH_DES_CBC_SHA", "DHE", RSA, "DES_CBC", "HMAC_SHA1"),
            mac(0x001a, "TLS_DH_anon_WITH_DES_CBC_SHA", "DHE", ANONYMOUS, "DES_CBC", "HMAC_SHA1"),
            keyed(0x0004, "TLS_RSA_WITH_RC4_128_MD5", "RSA", RSA, "RC4_128", "HMAC_MD5"),
            keyed(0x0005, "TLS_RSA_WITH_RC4_128_SHA", "RSA", RSA, "RC4_128", "HMAC_SHA1"),
            mac(0x0018, "TLS_DH_anon_WITH_RC4_128_MD5", "DHE", ANONYMOUS, "RC4_128", "HMAC_MD5"),
            keyed(0x008a, "TLS_PSK_WITH_RC4_128_SHA", "PSK", PSK, "RC4_128", "HMAC_SHA1"),
            mac(0x008e, "TLS_DHE_PSK_WITH_RC4_128_SHA", "DHE", PSK, "RC4_128", "HMAC_SHA1"),
            keyed(0x0092, "TLS_RSA_PSK_WITH_RC4_128_SHA", "RSA", RSA_PSK, "RC4_128", "HMAC_SHA1"),
            mac(0xc007, "TLS_ECDHE_ECDSA_WITH_RC4_128_SHA", "ECDHE", ECDSA, "RC4_128", "HMAC_SHA1"),
            mac(0xc011, "TLS_ECDHE_RSA_WITH_RC4_128_SHA", "ECDHE", RSA, "RC4_128", "HMAC_SHA1"),
            mac(0xc016, "TLS_ECDH_anon_WITH_RC4_128_SHA", "ECDHE", ANONYMOUS, "RC4_128", "HMAC_SHA1"),
            mac(0xc033, "TLS_ECDHE_PSK_WITH_RC4_128_SHA", "ECDHE", PSK, "RC4_128", "HMAC_SHA1"),
            keyed(0x0096, "TLS_RSA_WITH_SEED_CBC_SHA", "RSA", RSA, "SEED_CBC", "HMAC_SHA1"),
            mac(0x0099, "TLS_DHE_DSS_WITH_SEED_CBC_SHA", "DHE", DSS, "SEED_CBC", "HMAC_SHA1"),
            mac(0x009a, "TLS_DHE_RSA_WITH_SEED_CBC_SHA", "DHE", RSA, "SEED_CBC", "HMAC_SHA1"),
            mac(0x009b, "TLS_DH_anon_WITH_SEED_CBC_SHA", "DHE", ANONYMOUS, "SEED_CBC", "HMAC_SHA1"));

    /** For the ServiceLoader and {@code Catalog.of}. */
    public WornCipherSuites() {}

    @Override
    public List<CipherSuite> suites() {
        return SUITES;
    }

    private static CipherSuite mac(
            int code, String name, String keyExchange, Authentication by, String cipher, String mac) {
        return CipherSuite.mac12(code, name, keyExchange, by, cipher, mac, "SHA256", Trait.LEGACY);
    }

    /** Whoever takes the server's key, or the shared one, can read the traffic of today. */
    private static CipherSuite keyed(
            int code, String name, String keyExchange, Authentication by, String cipher, String mac) {
        return CipherSuite.mac12(
                code, name, keyExchange, by, cipher, mac, "SHA256", Trait.LEGACY, Trait.NO_FORWARD_SECRECY);
    }
}
