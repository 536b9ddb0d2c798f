package dev.dovetail.tls.handshake.credential;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "255.255.255.255",
                "::",
                "::1",
                "1::",
                "1:2:3:4:5:6:7:8",
                "1::8",
                "1:2:3:4:5:6:7::",
                "::2:3:4:5:6:7:8",
                "1:2:3:4:5:6:192.0.2.1",
                "::ffff:192.0.2.1",
                "fe80::1%eth0",
                "[::1]"
            })
    void takesAddressesInEveryUsualForm(String text) {
        assertThat(ServerNames.isIpAddress(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1.2.3",
                "1.2.3.4.",
                "1.2.3.256",
                "01.2.3.4",
                "1.2.3.-4",
                "1.2.3.+4",
                "0x1.2.3.4",
                "1..3.4",
                "\u0661.2.3.4",
                ":",
                ":::",
                "1::2::3",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "1:2:3:4:5:6:7:192.0.2.1",
                "12345::",
                "g::",
                "1.2.3.4::",
                "1:2:3:4:5:6:7:",
                "[1.2.3.4]",
                "example.com"
            })
    void refusesWhatIsNoAddress(String text) {
        assertThat(ServerNames.isIpAddress(text)).isFalse();
    }

    @Test
    void equalAddressesHaveEqualHashes() {
        assertThat(IpAddress.parse("2001:DB8::1").orElseThrow())
                .isEqualTo(IpAddress.parse("2001:db8:0:0:0:0:0:1").orElseThrow())
                .hasSameHashCodeAs(IpAddress.parse("2001:db8::0.0.0.1").orElseThrow())
                .isNotEqualTo(IpAddress.parse("2001:db8::2").orElseThrow());
    }
}
