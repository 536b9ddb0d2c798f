package dev.dovetail.tls.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.handshake.Ending;
import dev.dovetail.tls.testkit.Loopback;
import java.util.List;
import java.util.Random;

/** Dovetail at both ends: for what nobody else has. */
final class Ourselves implements Partner {

    private static final List<Integer> SIZES = List.of(1, 255, 16_384, 16_385, 50_001);

    @Override
    public String name() {
        return "ourselves";
    }

    @Override
    public String version() {
        return "this build";
    }

    @Override
    public boolean has(CipherSuite suite) {
        return true;
    }

    @Override
    public boolean has(NamedGroup group, ProtocolVersion version) {
        return true;
    }

    @Override
    public boolean has(SignatureScheme scheme, ProtocolVersion version) {
        return true;
    }

    @Override
    public void prove(Trial trial, Role ours) {
        try (Loopback pair = Loopback.between(trial.client(), trial.server()).handshake()) {
            for (Role from : Role.values()) {
                for (int size : SIZES) {
                    byte[] data = new byte[size];
                    new Random(size).nextBytes(data);
                    assertThat(pair.exchange(from, data)).isEqualTo(data);
                }
                trial.agreed(from, pair.end(from).engine().info().orElseThrow());
            }
            pair.closeBothWays();
            for (Role end : Role.values()) {
                assertThat(pair.end(end).engine().ending()).isEqualTo(Ending.CLOSE_NOTIFY);
            }
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
