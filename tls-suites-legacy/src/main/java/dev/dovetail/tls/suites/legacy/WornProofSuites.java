package dev.dovetail.tls.suites.legacy;

import static dev.dovetail.tls.api.Authentication.ANONYMOUS;
import static dev.dovetail.tls.api.Authentication.DSS;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.SuiteProvider;
import java.util.List;

/**
 * The suites of TLS 1.2 with AES whose server signs with DSA, or proves nothing at all (RFC 5246 A.5, RFC 5288, RFC 8422).
 * Against somebody in the middle the anonymous ones are no better than plaintext (RFC 5246 F.1.1.1).
 */
@AutoService(SuiteProvider.class)
public final class WornProofSuites implements SuiteProvider {

    private static final List<CipherSuite> SUITES = List.of(
            mac(0x0032, "TLS_DHE_DSS_WITH_AES_128_CBC_SHA", "DHE", DSS, "AES_128_CBC", "HMAC_SHA1"),
            mac(0x0034, "TLS_DH_anon_WITH_AES_128_CBC_SHA", "DHE", ANONYMOUS, "AES_128_CBC", "HMAC_SHA1"),
            mac(0x0038, "TLS_DHE_DSS_WITH_AES_256_CBC_SHA", "DHE", DSS, "AES_256_CBC", "HMAC_SHA1"),
            mac(0x003a, "TLS_DH_anon_WITH_AES_256_CBC_SHA", "DHE", ANONYMOUS, "AES_256_CBC", "HMAC_SHA1"),
            mac(0x0040, "TLS_DHE_DSS_WITH_AES_128_CBC_SHA256", "DHE", DSS, "AES_128_CBC", "HMAC_SHA256"),
            mac(0x006a, "TLS_DHE_DSS_WITH_AES_256_CBC_SHA256", "DHE", DSS, "AES_256_CBC", "HMAC_SHA256"),
            mac(0x006c, "TLS_DH_anon_WITH_AES_128_CBC_SHA256", "DHE", ANONYMOUS, "AES_128_CBC", "HMAC_SHA256"),
            mac(0x006d, "TLS_DH_anon_WITH_AES_256_CBC_SHA256", "DHE", ANONYMOUS, "AES_256_CBC", "HMAC_SHA256"),
            aead(0x00a2, "TLS_DHE_DSS_WITH_AES_128_GCM_SHA256", "DHE", DSS, "AES_128_GCM", "SHA256"),
            aead(0x00a3, "TLS_DHE_DSS_WITH_AES_256_GCM_SHA384", "DHE", DSS, "AES_256_GCM", "SHA384"),
            aead(0x00a6, "TLS_DH_anon_WITH_AES_128_GCM_SHA256", "DHE", ANONYMOUS, "AES_128_GCM", "SHA256"),
            aead(0x00a7, "TLS_DH_anon_WITH_AES_256_GCM_SHA384", "DHE", ANONYMOUS, "AES_256_GCM", "SHA384"),
            mac(0xc018, "TLS_ECDH_anon_WITH_AES_128_CBC_SHA", "ECDHE", ANONYMOUS, "AES_128_CBC", "HMAC_SHA1"),
            mac(0xc019, "TLS_ECDH_anon_WITH_AES_256_CBC_SHA", "ECDHE", ANONYMOUS, "AES_256_CBC", "HMAC_SHA1"));

    /** For the ServiceLoader and {@code Catalog.of}. */
    public WornProofSuites() {}

    @Override
    public List<CipherSuite> suites() {
        return SUITES;
    }

    private static CipherSuite aead(
            int code, String name, String keyExchange, Authentication by, String cipher, String hash) {
        return CipherSuite.aead12(code, name, keyExchange, by, cipher, hash, Trait.LEGACY);
    }

    /** RFC 5246 5: the PRF is over SHA-256, whatever the MAC. */
    private static CipherSuite mac(
            int code, String name, String keyExchange, Authentication by, String cipher, String mac) {
        return CipherSuite.mac12(code, name, keyExchange, by, cipher, mac, "SHA256", Trait.LEGACY);
    }
}
