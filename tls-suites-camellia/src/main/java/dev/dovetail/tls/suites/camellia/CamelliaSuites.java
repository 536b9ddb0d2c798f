package dev.dovetail.tls.suites.camellia;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.SuiteProvider;
import java.util.List;

/**
 * The suites of TLS 1.2 with Camellia (RFC 5932, RFC 6367), of every key exchange but static Diffie-Hellman. None is
 * RECOMMENDED; those that sign with DSA, and those that prove nothing, have to be named one by one.
 */
@AutoService(SuiteProvider.class)
public final class CamelliaSuites implements SuiteProvider {

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

    // RFC 6367 2.3 misprints C08E, of TLS_PSK_WITH_CAMELLIA_128_GCM_SHA256, as C08D, which is another suite.
    private static final List<CipherSuite> SUITES = List.of(
            RSA.cbcWithSha1(0x0041, "TLS_RSA_WITH_CAMELLIA_128_CBC_SHA", Camellia128Cbc.NAME),
            RSA.cbcWithSha1(0x0084, "TLS_RSA_WITH_CAMELLIA_256_CBC_SHA", Camellia256Cbc.NAME),
            RSA.cbc(0x00ba, "TLS_RSA_WITH_CAMELLIA_128_CBC_SHA256", Camellia128Cbc.NAME, "SHA256"),
            RSA.cbc(0x00c0, "TLS_RSA_WITH_CAMELLIA_256_CBC_SHA256", Camellia256Cbc.NAME, "SHA256"),
            RSA.gcm(0xc07a, "TLS_RSA_WITH_CAMELLIA_128_GCM_SHA256", Camellia128Gcm.NAME, "SHA256"),
            RSA.gcm(0xc07b, "TLS_RSA_WITH_CAMELLIA_256_GCM_SHA384", Camellia256Gcm.NAME, "SHA384"),
            DHE_RSA.cbcWithSha1(0x0045, "TLS_DHE_RSA_WITH_CAMELLIA_128_CBC_SHA", Camellia128Cbc.NAME),
            DHE_RSA.cbcWithSha1(0x0088, "TLS_DHE_RSA_WITH_CAMELLIA_256_CBC_SHA", Camellia256Cbc.NAME),
            DHE_RSA.cbc(0x00be, "TLS_DHE_RSA_WITH_CAMELLIA_128_CBC_SHA256", Camellia128Cbc.NAME, "SHA256"),
            DHE_RSA.cbc(0x00c4, "TLS_DHE_RSA_WITH_CAMELLIA_256_CBC_SHA256", Camellia256Cbc.NAME, "SHA256"),
            DHE_RSA.gcm(0xc07c, "TLS_DHE_RSA_WITH_CAMELLIA_128_GCM_SHA256", Camellia128Gcm.NAME, "SHA256"),
            DHE_RSA.gcm(0xc07d, "TLS_DHE_RSA_WITH_CAMELLIA_256_GCM_SHA384", Camellia256Gcm.NAME, "SHA384"),
            ECDHE_RSA.cbc(0xc076, "TLS_ECDHE_RSA_WITH_CAMELLIA_128_CBC_SHA256", Camellia128Cbc.NAME, "SHA256"),
            ECDHE_RSA.cbc(0xc077, "TLS_ECDHE_RSA_WITH_CAMELLIA_256_CBC_SHA384", Camellia256Cbc.NAME, "SHA384"),
            ECDHE_RSA.gcm(0xc08a, "TLS_ECDHE_RSA_WITH_CAMELLIA_128_GCM_SHA256", Camellia128Gcm.NAME, "SHA256"),
            ECDHE_RSA.gcm(0xc08b, "TLS_ECDHE_RSA_WITH_CAMELLIA_256_GCM_SHA384", Camellia256Gcm.NAME, "SHA384"),
            ECDHE_ECDSA.cbc(0xc072, "TLS_ECDHE_ECDSA_WITH_CAMELLIA_128_CBC_SHA256", Camellia128Cbc.NAME, "SHA256"),
            ECDHE_ECDSA.cbc(0xc073, "TLS_ECDHE_ECDSA_WITH_CAMELLIA_256_CBC_SHA384", Camellia256Cbc.NAME, "SHA384"),
            ECDHE_ECDSA.gcm(0xc086, "TLS_ECDHE_ECDSA_WITH_CAMELLIA_128_GCM_SHA256", Camellia128Gcm.NAME, "SHA256"),
            ECDHE_ECDSA.gcm(0xc087, "TLS_ECDHE_ECDSA_WITH_CAMELLIA_256_GCM_SHA384", Camellia256Gcm.NAME, "SHA384"),
            PSK.gcm(0xc08e, "TLS_PSK_WITH_CAMELLIA_128_GCM_SHA256", Camellia128Gcm.NAME, "SHA256"),
            PSK.gcm(0xc08f, "TLS_PSK_WITH_CAMELLIA_256_GCM_SHA384", Camellia256Gcm.NAME, "SHA384"),
            PSK.cbc(0xc094, "TLS_PSK_WITH_CAMELLIA_128_CBC_SHA256", Camellia128Cbc.NAME, "SHA256"),
            PSK.cbc(0xc095, "TLS_PSK_WITH_CAMELLIA_256_CBC_SHA384", Camellia256Cbc.NAME, "SHA384"),
            DHE_PSK.gcm(0xc090, "TLS_DHE_PSK_WITH_CAMELLIA_128_GCM_SHA256", Camellia128Gcm.NAME, "SHA256"),
            DHE_PSK.gcm(0xc091, "TLS_DHE_PSK_WITH_CAMELLIA_256_GCM_SHA384", Camellia256Gcm.NAME, "SHA384"),
            DHE_PSK.cbc(0xc096, "TLS_DHE_PSK_WITH_CAMELLIA_128_CBC_SHA256", Camellia128Cbc.NAME, "SHA256"),
            DHE_PSK.cbc(0xc097, "TLS_DHE_PSK_WITH_CAMELLIA_256_CBC_SHA384", Camellia256Cbc.NAME, "SHA384"),
            ECDHE_PSK.cbc(0xc09a, "TLS_ECDHE_PSK_WITH_CAMELLIA_128_CBC_SHA256", Camellia128Cbc.NAME, "SHA256"),
            ECDHE_PSK.cbc(0xc09b, "TLS_ECDHE_PSK_WITH_CAMELLIA_256_CBC_SHA384", Camellia256Cbc.NAME, "SHA384"),
            RSA_PSK.gcm(0xc092, "TLS_RSA_PSK_WITH_CAMELLIA_128_GCM_SHA256", Camellia128Gcm.NAME, "SHA256"),
            RSA_PSK.gcm(0xc093, "TLS_RSA_PSK_WITH_CAMELLIA_256_GCM_SHA384", Camellia256Gcm.NAME, "SHA384"),
            RSA_PSK.cbc(0xc098, "TLS_RSA_PSK_WITH_CAMELLIA_128_CBC_SHA256", Camellia128Cbc.NAME, "SHA256"),
            RSA_PSK.cbc(0xc099, "TLS_RSA_PSK_WITH_CAMELLIA_256_CBC_SHA384", Camellia256Cbc.NAME, "SHA384"),
            DHE_DSS.cbcWithSha1(0x0044, "TLS_DHE_DSS_WITH_CAMELLIA_128_CBC_SHA", Camellia128Cbc.NAME),
            DHE_DSS.cbcWithSha1(0x0087, "TLS_DHE_DSS_WITH_CAMELLIA_256_CBC_SHA", Camellia256Cbc.NAME),
            DHE_DSS.cbc(0x00bd, "TLS_DHE_DSS_WITH_CAMELLIA_128_CBC_SHA256", Camellia128Cbc.NAME, "SHA256"),
            DHE_DSS.cbc(0x00c3, "TLS_DHE_DSS_WITH_CAMELLIA_256_CBC_SHA256", Camellia256Cbc.NAME, "SHA256"),
            DHE_DSS.gcm(0xc080, "TLS_DHE_DSS_WITH_CAMELLIA_128_GCM_SHA256", Camellia128Gcm.NAME, "SHA256"),
            DHE_DSS.gcm(0xc081, "TLS_DHE_DSS_WITH_CAMELLIA_256_GCM_SHA384", Camellia256Gcm.NAME, "SHA384"),
            DH_ANON.cbcWithSha1(0x0046, "TLS_DH_anon_WITH_CAMELLIA_128_CBC_SHA", Camellia128Cbc.NAME),
            DH_ANON.cbcWithSha1(0x0089, "TLS_DH_anon_WITH_CAMELLIA_256_CBC_SHA", Camellia256Cbc.NAME),
            DH_ANON.cbc(0x00bf, "TLS_DH_anon_WITH_CAMELLIA_128_CBC_SHA256", Camellia128Cbc.NAME, "SHA256"),
            DH_ANON.cbc(0x00c5, "TLS_DH_anon_WITH_CAMELLIA_256_CBC_SHA256", Camellia256Cbc.NAME, "SHA256"),
            DH_ANON.gcm(0xc084, "TLS_DH_anon_WITH_CAMELLIA_128_GCM_SHA256", Camellia128Gcm.NAME, "SHA256"),
            DH_ANON.gcm(0xc085, "TLS_DH_anon_WITH_CAMELLIA_256_GCM_SHA384", Camellia256Gcm.NAME, "SHA384"));

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public CamelliaSuites() {}

    @Override
    public List<CipherSuite> suites() {
        return SUITES;
    }

    /** How keys are agreed on and who proves himself, with what follows from it. */
    private record KeyAgreement(String keyExchange, Authentication authentication, Trait... traits) {

        CipherSuite gcm(int code, String name, String cipher, String hash) {
            return CipherSuite.aead12(code, name, keyExchange, authentication, cipher, hash, traits);
        }

        /** RFC 6367 3.3: MAC and PRF have one hash. */
        CipherSuite cbc(int code, String name, String cipher, String hash) {
            return mac(code, name, cipher, "HMAC_" + hash, hash);
        }

        /** RFC 5246 5: a suite that is older than TLS 1.2 has its PRF over SHA-256, whatever its MAC. */
        CipherSuite cbcWithSha1(int code, String name, String cipher) {
            return mac(code, name, cipher, "HMAC_SHA1", "SHA256");
        }

        private CipherSuite mac(int code, String name, String cipher, String mac, String hash) {
            return CipherSuite.mac12(code, name, keyExchange, authentication, cipher, mac, hash, traits);
        }
    }
}
