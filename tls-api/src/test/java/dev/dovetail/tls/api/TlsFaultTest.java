package dev.dovetail.tls.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TlsFaultTest {

    @Test
    void saysConstantDetailAlertAndRule() {
        assertThat(Fault.SUITE_NOT_OFFERED.because("0x%04x", 0x1301))
                .hasMessage("SUITE_NOT_OFFERED: 0x1301 [illegal_parameter, RFC 8446 4.1.3]");
    }

    @Test
    void namesNoAlertWhereNoneWasSent() {
        assertThat(Fault.TRUNCATED.because("gone")).hasMessage("TRUNCATED: gone [RFC 8446 6.1]");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void everyFaultNamesItsRule(Fault fault) {
        assertThat(fault.section()).matches("RFC \\d{4} [\\dA-F.]+(, RFC \\d{4} [\\dA-F.]+)*");
    }

    @Test
    void carriesTheAlertThatThePeerSent() {
        TlsFault fault = TlsFault.received(Alert.ACCESS_DENIED);
        assertThat(fault.fault()).isEqualTo(Fault.ALERT_RECEIVED);
        assertThat(fault.alert()).isEqualTo(Alert.ACCESS_DENIED);
        assertThat(fault.fault().answered()).isFalse();
    }

    @Test
    void showsBothOffersWhereANegotiationFailed() {
        NegotiationReport report =
                new NegotiationReport("group", List.of("x25519"), List.of("0x001e"), List.of(), "Enable one of them.");
        TlsFault fault = Fault.NO_COMMON_GROUP.because("none").with(report).causedBy(new IllegalStateException());
        assertThat(fault).hasMessageContaining("own offer  [x25519]").hasMessageContaining("peer offer [0x001e]");
        assertThat(fault.report()).contains(report);
        assertThat(fault.getCause()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void takesAPercentSignInADetailWithoutValues() {
        assertThat(Fault.INTERNAL.because("100%")).hasMessageStartingWith("INTERNAL: 100% [");
    }
}
