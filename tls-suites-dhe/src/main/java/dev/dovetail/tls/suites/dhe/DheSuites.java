package dev.dovetail.tls.suites.dhe;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.spi.SuiteProvider;
import java.util.List;

/**
 * The suites of TLS 1.2 with DHE, an RSA certificate, and AES or ChaCha20 (RFC 5246 A.5, RFC 5288, RFC 7905). None is on
 * unasked: a client can't tell a server which prime it wants unless both know RFC 7919, and ECDHE does better everywhere.
 */
@AutoService(SuiteProvider.class)
public final class DheSuites implements SuiteProvider {

    private static final List<CipherSuite> SUITES = List.of(
            aead(0x009e, "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256", "AES_128_GCM", "SHA256"),
            aead(0x009f, "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384", "AES_256_GCM", "SHA384"),
            aead(0xccaa, "TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256", "CHACHA20_POLY1305", "SHA256"),
            cbc(0x0033, "TLS_DHE_RSA_WITH_AES_128_CBC_SHA", "AES_128_CBC", "HMAC_SHA1"),
            cbc(0x0039, "TLS_DHE_RSA_WITH_AES_256_CBC_SHA", "AES_256_CBC", "HMAC_SHA1"),
            cbc(0x0067, "TLS_DHE_RSA_WITH_AES_128_CBC_SHA256", "AES_128_CBC", "HMAC_SHA256"),
            cbc(0x006b, "TLS_DHE_RSA_WITH_AES_256_CBC_SHA256", "AES_256_CBC", "HMAC_SHA256"));

    /** For the ServiceLoader and {@code Catalog.of}. */
    public DheSuites() {}

    @Override
    public List<CipherSuite> suites() {
        return SUITES;
    }

    private static CipherSuite aead(int code, String name, String cipher, String hash) {
        return CipherSuite.aead12(code, name, DheKeyExchange.NAME, Authentication.RSA, cipher, hash);
    }

    /** RFC 5246 5: the PRF is over SHA-256, whatever the MAC. */
    private static CipherSuite cbc(int code, String name, String cipher, String mac) {
        return CipherSuite.mac12(code, name, DheKeyExchange.NAME, Authentication.RSA, cipher, mac, "SHA256");
    }
}
