package dev.dovetail.tls.suites.aria;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.SuiteProvider;
import java.util.List;

/**
 * The suites of TLS 1.2 with ARIA (RFC 6209), of every key exchange but static Diffie-Hellman. None is
 * RECOMMENDED; those that sign with DSA, and those that prove nothing, have to be named one by one.
 */
@AutoService(SuiteProvider.class)
public final class AriaSuites implements SuiteProvider {

    private static final KeyAgreement RSA = new KeyAgreement("RSA", Authentication.RSA, Trait.NO_FORWARD_SECRECY);
    private static final KeyAgreement DHE_RSA = new KeyAgreement("DHE", Authentication.RSA);
    private static final KeyAgreement ECDHE_RSA = new KeyAgreement("ECDHE", Authentication.RSA);
    private static final KeyAgreement ECDHE_ECDSA = new KeyAgreement("ECDHE", Authentication.ECDSA);
    private static final KeyAgreement PSK = new KeyAgreement("PSK", Authentication.PSK, Trait.NO_FORWARD_SECRECY);
    private static final KeyAgreement DHE_PSK = new KeyAgreement("DHE", Authentication.PSK);
    private static final KeyAgreement ECDHE_PSK = new KeyAgreement("ECDHE", Authentication.PSK);
    private static final KeyAgreement RSA_PSK =
            new KeyAgreement("RSA", Authentication.RSA_PSK, Trait.NO_FORWARD_SECRECY);
    private static final KeyAgreement DHE_DSS = new KeyAgreement("DHE", Authentication.DSS, Trait.LEGACY);
    private static final KeyAgreement DH_ANON = new KeyAgreement("DHE", Authentication.ANONYMOUS, Trait.LEGACY);

    private static final List<CipherSuite> SUITES = List.of(
            RSA.cbc(0xc03c, "TLS_RSA_WITH_ARIA_128_CBC_SHA256", Aria128Cbc.NAME, "SHA256"),
            RSA.cbc(0xc03d, "TLS_RSA_WITH_ARIA_256_CBC_SHA384", Aria256Cbc.NAME, "SHA384"),
            RSA.gcm(0xc050, "TLS_RSA_WITH_ARIA_128_GCM_SHA256", Aria128Gcm.NAME, "SHA256"),
            RSA.gcm(0xc051, "TLS_RSA_WITH_ARIA_256_GCM_SHA384", Aria256Gcm.NAME, "SHA384"),
            DHE_RSA.cbc(0xc044, "TLS_DHE_RSA_WITH_ARIA_128_CBC_SHA256", Aria128Cbc.NAME, "SHA256"),
            DHE_RSA.cbc(0xc045, "TLS_DHE_RSA_WITH_ARIA_256_CBC_SHA384", Aria256Cbc.NAME, "SHA384"),
            DHE_RSA.gcm(0xc052, "TLS_DHE_RSA_WITH_ARIA_128_GCM_SHA256", Aria128Gcm.NAME, "SHA256"),
            DHE_RSA.gcm(0xc053, "TLS_DHE_RSA_WITH_ARIA_256_GCM_SHA384", Aria256Gcm.NAME, "SHA384"),
            ECDHE_RSA.cbc(0xc04c, "TLS_ECDHE_RSA_WITH_ARIA_128_CBC_SHA256", Aria128Cbc.NAME, "SHA256"),
            ECDHE_RSA.cbc(0xc04d, "TLS_ECDHE_RSA_WITH_ARIA_256_CBC_SHA384", Aria256Cbc.NAME, "SHA384"),
            ECDHE_RSA.gcm(0xc060, "TLS_ECDHE_RSA_WITH_ARIA_128_GCM_SHA256", Aria128Gcm.NAME, "SHA256"),
            ECDHE_RSA.gcm(0xc061, "TLS_ECDHE_RSA_WITH_ARIA_256_GCM_SHA384", Aria256Gcm.NAME, "SHA384"),
            ECDHE_ECDSA.cbc(0xc048, "TLS_ECDHE_ECDSA_WITH_ARIA_128_CBC_SHA256", Aria128Cbc.NAME, "SHA256"),
            ECDHE_ECDSA.cbc(0xc049, "TLS_ECDHE_ECDSA_WITH_ARIA_256_CBC_SHA384", Aria256Cbc.NAME, "SHA384"),
            ECDHE_ECDSA.gcm(0xc05c, "TLS_ECDHE_ECDSA_WITH_ARIA_128_GCM_SHA256", Aria128Gcm.NAME, "SHA256"),
            ECDHE_ECDSA.gcm(0xc05d, "TLS_ECDHE_ECDSA_WITH_ARIA_256_GCM_SHA384", Aria256Gcm.NAME, "SHA384"),
            PSK.cbc(0xc064, "TLS_PSK_WITH_ARIA_128_CBC_SHA256", Aria128Cbc.NAME, "SHA256"),
            PSK.cbc(0xc065, "TLS_PSK_WITH_ARIA_256_CBC_SHA384", Aria256Cbc.NAME, "SHA384"),
            PSK.gcm(0xc06a, "TLS_PSK_WITH_ARIA_128_GCM_SHA256", Aria128Gcm.NAME, "SHA256"),
            PSK.gcm(0xc06b, "TLS_PSK_WITH_ARIA_256_GCM_SHA384", Aria256Gcm.NAME, "SHA384"),
            DHE_PSK.cbc(0xc066, "TLS_DHE_PSK_WITH_ARIA_128_CBC_SHA256", Aria128Cbc.NAME, "SHA256"),
            DHE_PSK.cbc(0xc067, "TLS_DHE_PSK_WITH_ARIA_256_CBC_SHA384", Aria256Cbc.NAME, "SHA384"),
            DHE_PSK.gcm(0xc06c, "TLS_DHE_PSK_WITH_ARIA_128_GCM_SHA256", Aria128Gcm.NAME, "SHA256"),
            DHE_PSK.gcm(0xc06d, "TLS_DHE_PSK_WITH_ARIA_256_GCM_SHA384", Aria256Gcm.NAME, "SHA384"),
            ECDHE_PSK.cbc(0xc070, "TLS_ECDHE_PSK_WITH_ARIA_128_CBC_SHA256", Aria128Cbc.NAME, "SHA256"),
            ECDHE_PSK.cbc(0xc071, "TLS_ECDHE_PSK_WITH_ARIA_256_CBC_SHA384", Aria256Cbc.NAME, "SHA384"),
            RSA_PSK.cbc(0xc068, "TLS_RSA_PSK_WITH_ARIA_128_CBC_SHA256", Aria128Cbc.NAME, "SHA256"),
            RSA_PSK.cbc(0xc069, "TLS_RSA_PSK_WITH_ARIA_256_CBC_SHA384", Aria256Cbc.NAME, "SHA384"),
            RSA_PSK.gcm(0xc06e, "TLS_RSA_PSK_WITH_ARIA_128_GCM_SHA256", Aria128Gcm.NAME, "SHA256"),
            RSA_PSK.gcm(0xc06f, "TLS_RSA_PSK_WITH_ARIA_256_GCM_SHA384", Aria256Gcm.NAME, "SHA384"),
            DHE_DSS.cbc(0xc042, "TLS_DHE_DSS_WITH_ARIA_128_CBC_SHA256", Aria128Cbc.NAME, "SHA256"),
            DHE_DSS.cbc(0xc043, "TLS_DHE_DSS_WITH_ARIA_256_CBC_SHA384", Aria256Cbc.NAME, "SHA384"),
            DHE_DSS.gcm(0xc056, "TLS_DHE_DSS_WITH_ARIA_128_GCM_SHA256", Aria128Gcm.NAME, "SHA256"),
            DHE_DSS.gcm(0xc057, "TLS_DHE_DSS_WITH_ARIA_256_GCM_SHA384", Aria256Gcm.NAME, "SHA384"),
            DH_ANON.cbc(0xc046, "TLS_DH_anon_WITH_ARIA_128_CBC_SHA256", Aria128Cbc.NAME, "SHA256"),
            DH_ANON.cbc(0xc047, "TLS_DH_anon_WITH_ARIA_256_CBC_SHA384", Aria256Cbc.NAME, "SHA384"),
            DH_ANON.gcm(0xc05a, "TLS_DH_anon_WITH_ARIA_128_GCM_SHA256", Aria128Gcm.NAME, "SHA256"),
            DH_ANON.gcm(0xc05b, "TLS_DH_anon_WITH_ARIA_256_GCM_SHA384", Aria256Gcm.NAME, "SHA384"));

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public AriaSuites() {}

    @Override
    public List<CipherSuite> suites() {
        return SUITES;
    }

    /** How keys are agreed on and who proves himself, with what follows from it. */
    private record KeyAgreement(String keyExchange, Authentication authentication, Trait... traits) {

        CipherSuite gcm(int code, String name, String cipher, String hash) {
            return CipherSuite.aead12(code, name, keyExchange, authentication, cipher, hash, traits);
        }

        /** RFC 6209 2.1 and 3.3: MAC and PRF have one hash. */
        CipherSuite cbc(int code, String name, String cipher, String hash) {
            return mac(code, name, cipher, "HMAC_" + hash, hash);
        }

        private CipherSuite mac(int code, String name, String cipher, String mac, String hash) {
            return CipherSuite.mac12(code, name, keyExchange, authentication, cipher, mac, hash, traits);
        }
    }
}
