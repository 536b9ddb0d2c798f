package dev.dovetail.tls.suites.sm;

import static dev.dovetail.tls.api.CipherSuite.tls13;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.spi.SuiteProvider;
import java.util.List;

/**
 * The suites of RFC 8998 2, for TLS 1.3 only. Not among the defaults: IANA does not recommend them.
 *
 * <p>RFC 8998 3.3 wants curveSM2 and sm2sig_sm3 with them. A selection that names these alone has it so; where others are
 * enabled too, TLS 1.3 chooses suite, group and scheme each by itself.
 */
@AutoService(SuiteProvider.class)
public final class SmSuites implements SuiteProvider {

    private static final List<CipherSuite> SUITES = List.of(
            tls13(0x00c6, "TLS_SM4_GCM_SM3", "SM4_GCM", "SM3"), tls13(0x00c7, "TLS_SM4_CCM_SM3", "SM4_CCM", "SM3"));

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public SmSuites() {}

    @Override
    public List<CipherSuite> suites() {
        return SUITES;
    }
}
