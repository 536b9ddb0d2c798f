package dev.dovetail.tls.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.NegotiationReport;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Promise P7: every way in which a connection can fail is one named fault with its alert, and here is a live engine that
 * meets each of them. A constant without a case fails.
 */
class EveryFaultTest {

    private static final Map<Fault, Provocation> CASES = cases();

    /** Where two offers were compared, the fault tells both. */
    private static final Set<Fault> REPORTED = EnumSet.of(
            Fault.NO_COMMON_VERSION,
            Fault.NO_COMMON_SUITE,
            Fault.NO_COMMON_GROUP,
            Fault.NO_COMMON_SIGNATURE_SCHEME,
            Fault.NO_COMMON_APPLICATION_PROTOCOL);

    private static Map<Fault, Provocation> cases() {
        Map<Fault, Provocation> all = new EnumMap<>(Fault.class);
        Stream.of(
                        RecordProvocations.all(),
                        HelloProvocations.all(),
                        NegotiationProvocations.all(),
                        AuthenticationProvocations.all(),
                        Tls12Provocations.all(),
                        PskProvocations.all(),
                        SessionProvocations.all())
                .flatMap(some -> some.entrySet().stream())
                .forEach(one -> assertThat(all.put(one.getKey(), one.getValue()))
                        .as("a second case for " + one.getKey())
                        .isNull());
        return all;
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void happensAndIsToldToThePeer(Fault fault) throws Exception {
        assertThat(CASES.containsKey(fault)).as("a case provokes it").isTrue();

        Wrongdoing result = CASES.get(fault).provoke();

        assertThat(result.fault().fault()).as(result.fault().getMessage()).isEqualTo(fault);
        assertThat(result.fault().detail()).isNotBlank();
        assertAlert(fault, result);
        if (REPORTED.contains(fault)) assertReport(result);
    }

    private static void assertAlert(Fault fault, Wrongdoing result) {
        switch (fault) {
            case ALERT_RECEIVED, TRUNCATED -> assertThat(result.alert()).isEmpty();
            // The peer did nothing wrong, and close_notify tells it that all has arrived: see KeyUpdateTest.
            case KEY_WORN_OUT -> assertThat(result.alert()).isEmpty();
            default -> assertThat(result.alert()).contains(fault.alert());
        }
    }

    private static void assertReport(Wrongdoing result) {
        NegotiationReport report = result.fault().report().orElseThrow();
        assertThat(report.own()).isNotEmpty();
        assertThat(report.peer()).isNotEmpty();
        assertThat(report.advice()).isNotBlank();
        assertThat(result.fault().getMessage()).contains(report.own()).contains(report.peer());
    }
}
