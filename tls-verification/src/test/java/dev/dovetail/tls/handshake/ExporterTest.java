package dev.dovetail.tls.handshake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.testkit.Loopback;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keying material for the application (RFC 5705, RFC 8446 7.5). */
class ExporterTest {

    private static final String LABEL = "EXPERIMENTAL-dovetail";

    static List<ProtocolVersion> versions() {
        return List.of(ProtocolVersion.TLS_1_3, ProtocolVersion.TLS_1_2);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void bothEndsDeriveTheSame(ProtocolVersion version) {
        try (Loopback loopback = TestBed.only(version).loopback().handshake()) {
            for (byte[] context : new byte[][] {null, {}, {1, 2, 3}, new byte[200]}) {
                for (int length : new int[] {1, 32, 100}) {
                    String client = export(loopback.client().engine(), LABEL, context, length);
                    assertThat(client).hasSize(2 * length);
                    assertThat(export(loopback.server().engine(), LABEL, context, length))
                            .isEqualTo(client);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void labelContextAndConnectionMakeADifference(ProtocolVersion version) {
        try (Loopback loopback = TestBed.only(version).loopback().handshake();
                Loopback other = TestBed.only(version).loopback().handshake()) {
            TlsEngine engine = loopback.client().engine();
            String one = export(engine, LABEL, new byte[] {1}, 32);
            assertThat(export(engine, LABEL + "2", new byte[] {1}, 32)).isNotEqualTo(one);
            assertThat(export(engine, LABEL, new byte[] {2}, 32)).isNotEqualTo(one);
            assertThat(export(other.client().engine(), LABEL, new byte[] {1}, 32))
                    .isNotEqualTo(one);
            // RFC 5705 4: no context and an empty one differ; RFC 8446 7.5: in TLS 1.3 they do not.
            assertThat(export(engine, LABEL, null, 32).equals(export(engine, LABEL, new byte[0], 32)))
                    .isEqualTo(version.equals(ProtocolVersion.TLS_1_3));
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void thereIsNothingToDeriveBeforeTheHandshakeOrBehindTheEnd(ProtocolVersion version) {
        Loopback loopback = TestBed.only(version).loopback();
        assertThatThrownBy(() -> loopback.client().engine().export(LABEL, null, 32))
                .isInstanceOf(IllegalStateException.class);
        loopback.handshake().close();
        assertThatThrownBy(() -> loopback.client().engine().export(LABEL, null, 32))
                .isInstanceOf(IllegalStateException.class);
    }

    private static String export(TlsEngine engine, String label, byte @Nullable [] context, int length) {
        try (Secret secret = engine.export(label, context, length)) {
            return secret.with(bytes -> HexFormat.of().formatHex(bytes));
        }
    }
}
