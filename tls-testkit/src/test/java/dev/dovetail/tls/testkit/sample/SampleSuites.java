package dev.dovetail.tls.testkit.sample;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.SuiteProvider;
import java.util.List;

/** A suite of TLS 1.3 and one of TLS 1.2 for each shape of records, all with private-use codes (RFC 8446 11). */
@AutoService(SuiteProvider.class)
public final class SampleSuites implements SuiteProvider {

    static final Authentication SAMPLE = new Authentication("SAMPLE", true, true, false);

    @Override
    public List<CipherSuite> suites() {
        return List.of(
                CipherSuite.tls13(
                        0xff01, "SAMPLE_CTR_HMAC_SAMPLE256", "SAMPLE_CTR_HMAC", "SAMPLE256", Trait.EXPERIMENTAL),
                CipherSuite.aead12(
                        0xff02,
                        "SAMPLE_KX_SAMPLE_WITH_SAMPLE_CTR_HMAC_SAMPLE256",
                        "SAMPLE_KX",
                        SAMPLE,
                        "SAMPLE_CTR_HMAC",
                        "SAMPLE256",
                        Trait.EXPERIMENTAL),
                withMac(0xff03, "SAMPLE_KX_SAMPLE_WITH_SAMPLE_CBC_SAMPLE256", "SAMPLE_CBC"),
                withMac(0xff04, "SAMPLE_KX_SAMPLE_WITH_SAMPLE_STREAM_SAMPLE256", "SAMPLE_STREAM"));
    }

    private static CipherSuite withMac(int code, String name, String cipher) {
        return CipherSuite.mac12(
                code, name, "SAMPLE_KX", SAMPLE, cipher, "HMAC_SAMPLE256", "SAMPLE256", Trait.EXPERIMENTAL);
    }
}
