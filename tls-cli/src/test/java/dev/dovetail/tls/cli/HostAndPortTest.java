package dev.dovetail.tls.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostAndPortTest {

    @Test
    void readsNamesAndAddresses() {
        assertThat(HostAndPort.of("example.com:8443")).isEqualTo(new HostAndPort("example.com", 8443));
        assertThat(HostAndPort.of("example.com")).isEqualTo(new HostAndPort("example.com", 443));
        assertThat(HostAndPort.of("[::1]:8443")).isEqualTo(new HostAndPort("::1", 8443));
        assertThat(HostAndPort.of("[::1]")).isEqualTo(new HostAndPort("::1", 443));
        assertThat(HostAndPort.of("::1")).isEqualTo(new HostAndPort("::1", 443));
    }

    @ParameterizedTest
    @ValueSource(strings = {"host:", "host:0", "host:65536", "host:http", ":443", "host:-1"})
    void refusesWhatIsNoHostAndPort(String text) {
        assertThatThrownBy(() -> HostAndPort.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
