package dev.dovetail.tls.suites.legacy;

import static dev.dovetail.tls.suites.legacy.KeyAgreement.DHE_DSS;
import static dev.dovetail.tls.suites.legacy.KeyAgreement.DHE_PSK;
import static dev.dovetail.tls.suites.legacy.KeyAgreement.DHE_RSA;
import static dev.dovetail.tls.suites.legacy.KeyAgreement.DH_ANON;
import static dev.dovetail.tls.suites.legacy.KeyAgreement.ECDHE_ECDSA;
import static dev.dovetail.tls.suites.legacy.KeyAgreement.ECDHE_PSK;
import static dev.dovetail.tls.suites.legacy.KeyAgreement.ECDHE_RSA;
import static dev.dovetail.tls.suites.legacy.KeyAgreement.ECDH_ANON;
import static dev.dovetail.tls.suites.legacy.KeyAgreement.PSK;
import static dev.dovetail.tls.suites.legacy.KeyAgreement.RSA;
import static dev.dovetail.tls.suites.legacy.KeyAgreement.RSA_PSK;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.spi.SuiteProvider;
import java.util.List;

/**
 * The suites of TLS 1.2 with 3DES, DES, RC4 or SEED, whatever the key exchange (RFC 5246 A.5, RFC 5469, RFC 4162, RFC 4279,
 * RFC 5489, RFC 8422). All are older than TLS 1.2, so their PRF is over SHA-256 (RFC 5246 5).
 */
@AutoService(SuiteProvider.class)
public final class WornCipherSuites implements SuiteProvider {

    private static final List<CipherSuite> SUITES = List.of(
            RSA.mac(0x000a, "TLS_RSA_WITH_3DES_EDE_CBC_SHA", "3DES_EDE_CBC", "HMAC_SHA1"),
            DHE_DSS.mac(0x0013, "TLS_DHE_DSS_WITH_3DES_EDE_CBC_SHA", "3DES_EDE_CBC", "HMAC_SHA1"),
            DHE_RSA.mac(0x0016, "TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA", "3DES_EDE_CBC", "HMAC_SHA1"),
            DH_ANON.mac(0x001b, "TLS_DH_anon_WITH_3DES_EDE_CBC_SHA", "3DES_EDE_CBC", "HMAC_SHA1"),
            PSK.mac(0x008b, "TLS_PSK_WITH_3DES_EDE_CBC_SHA", "3DES_EDE_CBC", "HMAC_SHA1"),
            DHE_PSK.mac(0x008f, "TLS_DHE_PSK_WITH_3DES_EDE_CBC_SHA", "3DES_EDE_CBC", "HMAC_SHA1"),
            RSA_PSK.mac(0x0093, "TLS_RSA_PSK_WITH_3DES_EDE_CBC_SHA", "3DES_EDE_CBC", "HMAC_SHA1"),
            ECDHE_ECDSA.mac(0xc008, "TLS_ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA", "3DES_EDE_CBC", "HMAC_SHA1"),
            ECDHE_RSA.mac(0xc012, "TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA", "3DES_EDE_CBC", "HMAC_SHA1"),
            ECDH_ANON.mac(0xc017, "TLS_ECDH_anon_WITH_3DES_EDE_CBC_SHA", "3DES_EDE_CBC", "HMAC_SHA1"),
            ECDHE_PSK.mac(0xc034, "TLS_ECDHE_PSK_WITH_3DES_EDE_CBC_SHA", "3DES_EDE_CBC", "HMAC_SHA1"),
            RSA.mac(0x0009, "TLS_RSA_WITH_DES_CBC_SHA", "DES_CBC", "HMAC_SHA1"),
            DHE_DSS.mac(0x0012, "TLS_DHE_DSS_WITH_DES_CBC_SHA", "DES_CBC", "HMAC_SHA1"),
            DHE_RSA.mac(0x0015, "TLS_DHE_RSA_WITH_DES_CBC_SHA", "DES_CBC", "HMAC_SHA1"),
            DH_ANON.mac(0x001a, "TLS_DH_anon_WITH_DES_CBC_SHA", "DES_CBC", "HMAC_SHA1"),
            RSA.mac(0x0004, "TLS_RSA_WITH_RC4_128_MD5", "RC4_128", "HMAC_MD5"),
            RSA.mac(0x0005, "TLS_RSA_WITH_RC4_128_SHA", "RC4_128", "HMAC_SHA1"),
            DH_ANON.mac(0x0018, "TLS_DH_anon_WITH_RC4_128_MD5", "RC4_128", "HMAC_MD5"),
            PSK.mac(0x008a, "TLS_PSK_WITH_RC4_128_SHA", "RC4_128", "HMAC_SHA1"),
            DHE_PSK.mac(0x008e, "TLS_DHE_PSK_WITH_RC4_128_SHA", "RC4_128", "HMAC_SHA1"),
            RSA_PSK.mac(0x0092, "TLS_RSA_PSK_WITH_RC4_128_SHA", "RC4_128", "HMAC_SHA1"),
            ECDHE_ECDSA.mac(0xc007, "TLS_ECDHE_ECDSA_WITH_RC4_128_SHA", "RC4_128", "HMAC_SHA1"),
            ECDHE_RSA.mac(0xc011, "TLS_ECDHE_RSA_WITH_RC4_128_SHA", "RC4_128", "HMAC_SHA1"),
            ECDH_ANON.mac(0xc016, "TLS_ECDH_anon_WITH_RC4_128_SHA", "RC4_128", "HMAC_SHA1"),
            ECDHE_PSK.mac(0xc033, "TLS_ECDHE_PSK_WITH_RC4_128_SHA", "RC4_128", "HMAC_SHA1"),
            RSA.mac(0x0096, "TLS_RSA_WITH_SEED_CBC_SHA", "SEED_CBC", "HMAC_SHA1"),
            DHE_DSS.mac(0x0099, "TLS_DHE_DSS_WITH_SEED_CBC_SHA", "SEED_CBC", "HMAC_SHA1"),
            DHE_RSA.mac(0x009a, "TLS_DHE_RSA_WITH_SEED_CBC_SHA", "SEED_CBC", "HMAC_SHA1"),
            DH_ANON.mac(0x009b, "TLS_DH_anon_WITH_SEED_CBC_SHA", "SEED_CBC", "HMAC_SHA1"));

    /** For the ServiceLoader and {@code Catalog.of}. */
    public WornCipherSuites() {}

    @Override
    public List<CipherSuite> suites() {
        return SUITES;
    }
}
