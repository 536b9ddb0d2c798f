package dev.dovetail.tls.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.api.spi.SuiteProvider;
import dev.dovetail.tls.testkit.Loopback;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Record keys are handed to the cipher and forgotten at once: the cipher has its own copy. */
class KeysAreWipedTest {

    private static final String CIPHER = "AES_128_GCM";

    @ParameterizedTest
    @CsvSource({"0x0303, 4", "0x0304, 12"})
    void noKeyThatACipherWasGivenLivesOn(int version, int keys) {
        WatchedAead cipher = new WatchedAead((AeadCipher)
                TestBed.CATALOG.usable("TLS_AES_128_GCM_SHA256").orElseThrow().cipher());
        ProtocolVersion only = new ProtocolVersion(version);
        Selection selection = Selection.modern(catalog(cipher)).versions(only, only);
        try (Loopback loopback = TestBed.PAIR.with(selection).loopback().handshake()) {
            if (only.equals(ProtocolVersion.TLS_1_3)) {
                loopback.client().engine().updateKeys(true);
                loopback.exchange(Role.CLIENT, new byte[10]);
            }
            loopback.exchange(Role.SERVER, new byte[10]);
            assertThat(cipher.keys()).hasSize(keys).allMatch(Secret::isClosed);
        }
    }

    private static Catalog catalog(AeadCipher cipher) {
        List<Object> parts = new ArrayList<>(TestBed.CATALOG.parts().stream()
                .filter(part -> !part.name().equals(CIPHER))
                .toList());
        parts.add(cipher);
        parts.add((SuiteProvider) TestBed.CATALOG::suites);
        return Catalog.of(parts.toArray());
    }
}
