package dev.dovetail.tls.interop;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.certificates.KeyKind;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** RFC 8998 as a whole: its suites with curveSM2, and sm2sig_sm3 with a certificate for it. */
class BouncyShangMiInteropIT {

    static Stream<Arguments> cases() {
        return Stream.of("TLS_SM4_GCM_SM3", "TLS_SM4_CCM_SM3")
                .flatMap(suite -> Stream.of(Role.values()).map(ours -> Arguments.of(suite, ours)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everythingIsShangMi(String suite, Role ours) {
        new BouncyPartner()
                .prove(
                        new Trial(
                                ProtocolVersion.TLS_1_3,
                                Dovetail.suite(suite),
                                Optional.of(group("curveSM2")),
                                Optional.of(scheme("sm2sig_sm3")),
                                Optional.empty(),
                                Optional.of(KeyKind.SM2)),
                        ours);
    }

    private static NamedGroup group(String name) {
        return Dovetail.CATALOG.groups().stream()
                .filter(group -> group.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static SignatureScheme scheme(String name) {
        return Dovetail.CATALOG.signatureSchemes().stream()
                .filter(scheme -> scheme.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
