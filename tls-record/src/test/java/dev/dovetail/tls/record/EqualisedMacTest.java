package dev.dovetail.tls.record;

import static dev.dovetail.tls.api.Fault.RECORD_NOT_AUTHENTIC;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a network could time must be the same for every padding, good or bad. */
class EqualisedMacTest {

    /** The last one's block is no power of two. */
    static Stream<JdkMac> macs() {
        JdkMac sha3 = new JdkMac("HMAC_SHA3_256", "HmacSHA3-256", 32, 136, 1);
        return Stream.of(JdkMac.sha1(), JdkMac.sha256(), JdkMac.sha384(), sha3);
    }

    static Stream<Arguments> lengths() {
        return macs().flatMap(mac ->
                Stream.of(1, 255, 256, 257, 320, 511, 1000, 16384).map(n -> Arguments.of(mac, n)));
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void compressesEquallyOftenForEveryContentLength(JdkMac mac, int longest) {
        Set<Long> seen = new HashSet<>();
        for (int length = Math.max(0, longest - 255); length <= longest; length++) {
            CountingMac counting = new CountingMac(mac);
            try (EqualisedMac equalised = new EqualisedMac(counting, Suites.secret(mac.keyLength(), 1))) {
                equalised.begin(7, Wire.record(23, 0x0303), 0, length);
                equalised.compute(new byte[longest], 0, length, longest);
            }
            seen.add(counting.compressions());
        }
        assertThat(seen).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void wouldNoticeIfItDidNot(JdkMac mac, int longest) {
        Set<Long> seen = new HashSet<>();
        for (int length = Math.max(0, longest - 255); length <= longest; length++) {
            CountingMac counting = new CountingMac(mac);
            try (RecordMac plain = new RecordMac(counting, Suites.secret(mac.keyLength(), 1))) {
                plain.begin(7, Wire.record(23, 0x0303), 0, length);
                plain.finish(new byte[longest], 0, length, new byte[mac.length()], 0);
            }
            seen.add(counting.compressions());
        }
        if (longest >= 255) assertThat(seen).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @MethodSource("macs")
    void compressesEquallyOftenForEveryLastByteOfARecord(JdkMac mac) {
        byte[] plain = Suites.pattern(320, 8);
        Set<Long> seen = new HashSet<>();
        for (int last = 0; last < 256; last++) {
            // Once with good padding as far as the record reaches, once with bad.
            for (boolean good : new boolean[] {true, false}) {
                byte[] body = plain.clone();
                if (good) Arrays.fill(body, body.length - 1 - last, body.length, (byte) last);
                body[body.length - 1] = (byte) last;
                byte[] record = encrypted(body);
                CountingMac counting = new CountingMac(mac);
                try (TrafficKeys keys = Suites.keys(new KeyLengths(mac.length(), 16, 0));
                        Tls12CbcRead read = new Tls12CbcRead(JdkCbc.aes128(), counting, keys)) {
                    Wire.refused(
                            RECORD_NOT_AUTHENTIC,
                            () -> read.open(0, record, 0, record.length, new byte[record.length], 0));
                }
                seen.add(counting.compressions());
            }
        }
        assertThat(seen).hasSize(1);
    }

    private static byte[] encrypted(byte[] body) {
        byte[] fragment = new byte[16 + body.length];
        try (TrafficKeys keys = Suites.keys(new KeyLengths(0, 16, 0))) {
            JdkCbc.aes128().encryptor(keys.key()).transform(fragment, 0, body, 0, body.length, fragment, 16);
        }
        return Wire.record(23, 0x0303, fragment);
    }
}
