package dev.dovetail.tls.suites.rsa;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.SuiteProvider;
import java.util.List;

/** The suites of TLS 1.2 with RSA key transport and AES (RFC 5246 A.5, RFC 5288): none is RECOMMENDED. */
@AutoService(SuiteProvider.class)
public final class RsaSuites implements SuiteProvider {

    private static final List<CipherSuite> SUITES = List.of(
            aead(0x009c, "TLS_RSA_WITH_AES_128_GCM_SHA256", "AES_128_GCM", "SHA256"),
            aead(0x009d, "TLS_RSA_WITH_AES_256_GCM_SHA384", "AES_256_GCM", "SHA384"),
            // RFC 5246 5: a suite that is older than TLS 1.2 has its PRF over SHA-256, whatever its MAC.
            cbc(0x002f, "TLS_RSA_WITH_AES_128_CBC_SHA", "AES_128_CBC", "HMAC_SHA1"),
            cbc(0x0035, "TLS_RSA_WITH_AES_256_CBC_SHA", "AES_256_CBC", "HMAC_SHA1"),
            cbc(0x003c, "TLS_RSA_WITH_AES_128_CBC_SHA256", "AES_128_CBC", "HMAC_SHA256"),
            cbc(0x003d, "TLS_RSA_WITH_AES_256_CBC_SHA256", "AES_256_CBC", "HMAC_SHA256"));

    /** For the ServiceLoader and {@code Catalog.of}. */
    public RsaSuites() {}

    @Override
    public List<CipherSuite> suites() {
        return SUITES;
    }

    private static CipherSuite aead(int code, String name, String cipher, String hash) {
        return CipherSuite.aead12(
                code, name, RsaKeyExchange.NAME, Authentication.RSA, cipher, hash, Trait.NO_FORWARD_SECRECY);
    }

    private static CipherSuite cbc(int code, String name, String cipher, String mac) {
        return CipherSuite.mac12(
                code, name, RsaKeyExchange.NAME, Authentication.RSA, cipher, mac, "SHA256", Trait.NO_FORWARD_SECRECY);
    }
}
