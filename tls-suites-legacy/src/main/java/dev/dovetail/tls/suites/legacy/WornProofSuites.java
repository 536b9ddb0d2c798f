package dev.dovetail.tls.suites.legacy;

import static dev.dovetail.tls.suites.legacy.KeyAgreement.DHE_DSS;
import static dev.dovetail.tls.suites.legacy.KeyAgreement.DH_ANON;
import static dev.dovetail.tls.suites.legacy.KeyAgreement.ECDH_ANON;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.spi.SuiteProvider;
import java.util.List;

/**
 * The suites of TLS 1.2 with AES whose server signs with DSA, or proves nothing at all (RFC 5246 A.5, RFC 5288, RFC 8422).
 * Against somebody in the middle the anonymous ones are no better than plaintext (RFC 5246 F.1.1.1).
 */
@AutoService(SuiteProvider.class)
public final class WornProofSuites implements SuiteProvider {

    private static final List<CipherSuite> SUITES = List.of(
            DHE_DSS.mac(0x0032, "TLS_DHE_DSS_WITH_AES_128_CBC_SHA", "AES_128_CBC", "HMAC_SHA1"),
            DH_ANON.mac(0x0034, "TLS_DH_anon_WITH_AES_128_CBC_SHA", "AES_128_CBC", "HMAC_SHA1"),
            DHE_DSS.mac(0x0038, "TLS_DHE_DSS_WITH_AES_256_CBC_SHA", "AES_256_CBC", "HMAC_SHA1"),
            DH_ANON.mac(0x003a, "TLS_DH_anon_WITH_AES_256_CBC_SHA", "AES_256_CBC", "HMAC_SHA1"),
            DHE_DSS.mac(0x0040, "TLS_DHE_DSS_WITH_AES_128_CBC_SHA256", "AES_128_CBC", "HMAC_SHA256"),
            DHE_DSS.mac(0x006a, "TLS_DHE_DSS_WITH_AES_256_CBC_SHA256", "AES_256_CBC", "HMAC_SHA256"),
            DH_ANON.mac(0x006c, "TLS_DH_anon_WITH_AES_128_CBC_SHA256", "AES_128_CBC", "HMAC_SHA256"),
            DH_ANON.mac(0x006d, "TLS_DH_anon_WITH_AES_256_CBC_SHA256", "AES_256_CBC", "HMAC_SHA256"),
            DHE_DSS.aead(0x00a2, "TLS_DHE_DSS_WITH_AES_128_GCM_SHA256", "AES_128_GCM", "SHA256"),
            DHE_DSS.aead(0x00a3, "TLS_DHE_DSS_WITH_AES_256_GCM_SHA384", "AES_256_GCM", "SHA384"),
            DH_ANON.aead(0x00a6, "TLS_DH_anon_WITH_AES_128_GCM_SHA256", "AES_128_GCM", "SHA256"),
            DH_ANON.aead(0x00a7, "TLS_DH_anon_WITH_AES_256_GCM_SHA384", "AES_256_GCM", "SHA384"),
            ECDH_ANON.mac(0xc018, "TLS_ECDH_anon_WITH_AES_128_CBC_SHA", "AES_128_CBC", "HMAC_SHA1"),
            ECDH_ANON.mac(0xc019, "TLS_ECDH_anon_WITH_AES_256_CBC_SHA", "AES_256_CBC", "HMAC_SHA1"));

    /** For the ServiceLoader and {@code Catalog.of}. */
    public WornProofSuites() {}

    @Override
    public List<CipherSuite> suites() {
        return SUITES;
    }
}
