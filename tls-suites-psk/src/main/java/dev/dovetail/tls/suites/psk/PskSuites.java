package dev.dovetail.tls.suites.psk;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.SuiteProvider;
import java.util.ArrayList;
import java.util.List;

/**
 * The suites of TLS 1.2 with a pre-shared key and AES or ChaCha20 (RFC 4279, 5487, 5489, 7905, 8442). None is on unasked:
 * they are for who has such keys. (TLS 1.3 takes them with any suite.)
 */
@AutoService(SuiteProvider.class)
public final class PskSuites implements SuiteProvider {

    /** How the key is used: alone, or with what is agreed on besides. */
    private record Use(String prefix, String keyExchange, Authentication authentication, Trait... traits) {}

    private static final Use PSK =
            new Use("TLS_PSK_WITH_", PskKeyExchange.NAME, Authentication.PSK, Trait.NO_FORWARD_SECRECY);
    private static final Use DHE_PSK = new Use("TLS_DHE_PSK_WITH_", "DHE", Authentication.PSK);
    private static final Use ECDHE_PSK = new Use("TLS_ECDHE_PSK_WITH_", "ECDHE", Authentication.PSK);
    private static final Use RSA_PSK =
            new Use("TLS_RSA_PSK_WITH_", "RSA", Authentication.RSA_PSK, Trait.NO_FORWARD_SECRECY);

    private static final List<CipherSuite> SUITES = all();

    /** For the ServiceLoader and {@code Catalog.of}. */
    public PskSuites() {}

    @Override
    public List<CipherSuite> suites() {
        return SUITES;
    }

    private static List<CipherSuite> all() {
        List<CipherSuite> suites = new ArrayList<>();
        suites.addAll(family(PSK, 0x008c, 0x00a8, 0x00ae, 0xccab));
        suites.addAll(family(DHE_PSK, 0x0090, 0x00aa, 0x00b2, 0xccad));
        suites.addAll(family(ECDHE_PSK, 0xc035, 0xd001, 0xc037, 0xccac));
        suites.addAll(family(RSA_PSK, 0x0094, 0x00ac, 0x00b6, 0xccae));
        return List.copyOf(suites);
    }

    /** Each code is that of the suite with AES-128; the one with AES-256 is the next. */
    private static List<CipherSuite> family(Use use, int sha1, int gcm, int sha2, int chacha) {
        // RFC 4279 1: a suite that is older than TLS 1.2 has its PRF over SHA-256, whatever its MAC.
        return List.of(
                cbc(use, sha1, "AES_128_CBC_SHA", "AES_128_CBC", "HMAC_SHA1", "SHA256"),
                cbc(use, sha1 + 1, "AES_256_CBC_SHA", "AES_256_CBC", "HMAC_SHA1", "SHA256"),
                aead(use, gcm, "AES_128_GCM_SHA256", "AES_128_GCM", "SHA256"),
                aead(use, gcm + 1, "AES_256_GCM_SHA384", "AES_256_GCM", "SHA384"),
                cbc(use, sha2, "AES_128_CBC_SHA256", "AES_128_CBC", "HMAC_SHA256", "SHA256"),
                cbc(use, sha2 + 1, "AES_256_CBC_SHA384", "AES_256_CBC", "HMAC_SHA384", "SHA384"),
                aead(use, chacha, "CHACHA20_POLY1305_SHA256", "CHACHA20_POLY1305", "SHA256"));
    }

    private static CipherSuite aead(Use use, int code, String suffix, String cipher, String hash) {
        return CipherSuite.aead12(
                code, use.prefix() + suffix, use.keyExchange(), use.authentication(), cipher, hash, use.traits());
    }

    private static CipherSuite cbc(Use use, int code, String suffix, String cipher, String mac, String hash) {
        return CipherSuite.mac12(
                code, use.prefix() + suffix, use.keyExchange(), use.authentication(), cipher, mac, hash, use.traits());
    }
}
