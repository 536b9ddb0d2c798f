package dev.dovetail.tls.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Alert;
import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.testkit.Loopback;
import dev.dovetail.tls.testkit.Pairing;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that offers keys of an earlier session, and early data, to a server that has no sessions (RFC 8446 4.2.10). */
class RefusedResumptionTest {

    private static final Pairing PAIR = TestBed.PAIR;

    @Test
    void aFullHandshakeFollowsAnOfferOfKeys() {
        try (Loopback loopback = Loopback.of(
                AmendedHello.client(PAIR.client(), RefusedResumptionTest::offer),
                TlsEngine.server(PAIR.server().build()))) {
            loopback.handshake();
            assertThat(loopback.exchange(Role.CLIENT, new byte[] {1, 2})).containsExactly(1, 2);
        }
    }

    /** RFC 8449 4: the client did not know the server's limit when it sealed these. */
    @ParameterizedTest
    @ValueSource(ints = {64, 1000, 16385})
    void earlyDataIsDroppedWhateverTheRecordSizeLimit(int limit) {
        byte[] early = new byte[5 + 2000];
        early[0] = 23;
        early[1] = 3;
        early[2] = 3;
        early[3] = (byte) (2000 >> 8);
        early[4] = (byte) 2000;
        try (Loopback loopback = Loopback.of(
                        AmendedHello.client(PAIR.client(), hello -> offer(hello.put(HelloEdit.EARLY_DATA))),
                        TlsEngine.server(PAIR.server().recordSizeLimit(limit).build()))
                .changing((from, index, record) ->
                        from == Role.CLIENT && index == 0 ? List.of(record, early, early) : List.of(record))) {
            loopback.handshake();
            assertThat(loopback.exchange(Role.CLIENT, new byte[3000])).hasSize(3000);
            assertThat(loopback.exchange(Role.SERVER, new byte[3000])).hasSize(3000);
        }
    }

    @Test
    void keysWithoutModesAreRefused() {
        Wrongdoing result = Wrongdoing.towards(
                Role.SERVER,
                PAIR.client(),
                PAIR.server(),
                MessageChange.of(
                        Role.CLIENT, 1, HelloEdit.edit(hello -> offer(hello).drop(HelloEdit.PSK_KEY_EXCHANGE_MODES))));
        assertThat(result.fault().fault()).isEqualTo(Fault.EXTENSION_MISSING);
        assertThat(result.fault().detail()).contains("psk_key_exchange_modes");
        assertThat(result.alert()).contains(Alert.MISSING_EXTENSION);
    }

    @Test
    void earlyDataBehindARetryIsRefused() {
        Wrongdoing result = secondHello(hello -> hello.put(HelloEdit.EARLY_DATA));
        assertThat(result.fault().fault()).isEqualTo(Fault.SECOND_HELLO_CHANGED);
        assertThat(result.fault().detail()).contains("early_data");
    }

    @Test
    void aCookieThatNobodyGaveIsRefused() {
        Wrongdoing result = secondHello(hello -> hello.add(HelloEdit.COOKIE, (byte) 0, (byte) 1, (byte) 7));
        assertThat(result.fault().fault()).isEqualTo(Fault.COOKIE_BAD);
    }

    private static Wrongdoing secondHello(Consumer<HelloEdit> edit) {
        return Wrongdoing.towards(
                Role.SERVER,
                PAIR.client(),
                HelloProvocations.withRetry(),
                MessageChange.at(Role.CLIENT, 1, HelloEdit.edit(edit)));
    }

    private static HelloEdit offer(HelloEdit hello) {
        return hello.put(HelloEdit.PSK_KEY_EXCHANGE_MODES, (byte) 1, (byte) 1)
                .put(HelloEdit.PRE_SHARED_KEY, HelloProvocations.preSharedKeys(1, 1));
    }
}
