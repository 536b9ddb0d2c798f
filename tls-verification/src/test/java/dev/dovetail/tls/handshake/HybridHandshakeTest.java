package dev.dovetail.tls.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.testkit.Loopback;
import dev.dovetail.tls.testkit.Pairing;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shares of KEMs and hybrids on the wire: which are sent, which is taken, and what is done with bad ones. */
class HybridHandshakeTest {

    private static final String HYBRID = "X25519MLKEM768";
    private static final Pairing PAIR = Pairing.of(Selection.modern(TestBed.CATALOG));

    @Test
    void theDefaultIsX25519WithMlKemOnBothSides() {
        assertThat(PAIR.selection().groups().get(0).name()).isEqualTo(HYBRID);
        try (Loopback loopback = PAIR.loopback().handshake()) {
            for (Role role : Role.values()) {
                ConnectionInfo info = loopback.end(role).engine().info().orElseThrow();
                assertThat(info.group().map(NamedGroup::name)).contains(HYBRID);
                assertThat(info.helloRetried()).isFalse();
            }
            assertThat(loopback.exchange(Role.SERVER, new byte[100])).hasSize(100);
        }
    }

    /** draft-ietf-tls-ecdhe-mlkem 3: the numbers, and how long shares are; 29 is x25519. */
    @Test
    void aClientSendsTheHybridShareAndOneForServersWithoutIt() {
        try (Interposer between = Interposer.between(PAIR.client(), PAIR.server(), MessageChange.none())) {
            between.loopback().handshake();
            assertThat(shareLengths(between.messages(Role.CLIENT).get(0))).isEqualTo(Map.of(0x11ec, 1216, 29, 32));
            byte[] answer = HelloEdit.of(between.messages(Role.SERVER).get(0))
                    .find(HelloEdit.KEY_SHARE)
                    .orElseThrow();
            assertThat(answer).hasSize(4 + 1120).startsWith(0x11, 0xec, 0x04, 0x60);
        }
    }

    @Test
    void aServerWithoutTheHybridTakesTheClassicalShare() {
        Pairing server = PAIR.with(PAIR.selection().groups("secp384r1", "x25519"));
        try (Loopback loopback = Loopback.between(PAIR.client(), server.server())) {
            ConnectionInfo info = info(loopback.handshake());
            assertThat(info.group().map(NamedGroup::name)).contains("x25519");
            assertThat(info.helloRetried()).isFalse();
        }
    }

    @Test
    void aServerThatKnowsNeitherShareAsksForAnother() {
        Pairing server = PAIR.with(PAIR.selection().groups("secp384r1"));
        try (Interposer between = Interposer.between(PAIR.client(), server.server(), MessageChange.none())) {
            ConnectionInfo info = info(between.loopback().handshake());
            assertThat(info.group().map(NamedGroup::name)).contains("secp384r1");
            assertThat(info.helloRetried()).isTrue();
            assertThat(shareLengths(between.messages(Role.CLIENT).get(0))).hasSize(2);
            assertThat(shareLengths(between.messages(Role.CLIENT).get(1))).isEqualTo(Map.of(24, 97));
        }
    }

    @Test
    void aShareAtHandBeatsTheHybridUnlessTheServerSaysOtherwise() {
        Pairing client = PAIR.with(PAIR.selection().keyShares("x25519"));
        try (Loopback loopback = Loopback.between(client.client(), PAIR.server())) {
            ConnectionInfo info = info(loopback.handshake());
            assertThat(info.group().map(NamedGroup::name)).contains("x25519");
            assertThat(info.helloRetried()).isFalse();
        }
        try (Loopback loopback = Loopback.between(client.client(), PAIR.server().retryForPreferredGroup())) {
            ConnectionInfo info = info(loopback.handshake());
            assertThat(info.group().map(NamedGroup::name)).contains(HYBRID);
            assertThat(info.helloRetried()).isTrue();
        }
    }

    @Test
    void aServerThatWouldRetryDoesNotWhereTheShareIsThere() {
        try (Loopback loopback = Loopback.between(PAIR.client(), PAIR.server().retryForPreferredGroup())) {
            assertThat(info(loopback.handshake()).helloRetried()).isFalse();
        }
    }

    @Test
    void aServerThatWouldRetryStaysWithinWhatTheClientSupports() {
        Pairing client = PAIR.with(PAIR.selection().groups("secp256r1", "x25519"));
        Pairing server = PAIR.with(PAIR.selection().groups(HYBRID, "x25519", "secp256r1"));
        try (Loopback loopback =
                Loopback.between(client.client(), server.server().retryForPreferredGroup())) {
            ConnectionInfo info = info(loopback.handshake());
            assertThat(info.group().map(NamedGroup::name)).contains("x25519");
            assertThat(info.helloRetried()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {HYBRID, "x25519", "secp384r1"})
    void noKeyPairStaysOpenWhicheverTheServerTakes(String taken) {
        List<WatchedGroup> watched = new ArrayList<>();
        Pairing client = PAIR.with(Selection.modern(watching(watched)));
        Pairing server = PAIR.with(PAIR.selection().groups(taken));
        try (Loopback loopback = Loopback.between(client.client(), server.server())) {
            assertThat(info(loopback.handshake()).group().map(NamedGroup::name)).contains(taken);
            assertThat(made(watched)).isEqualTo(taken.equals("secp384r1") ? 3 : 2);
            assertThat(open(watched)).isZero();
        }
    }

    @Test
    void noKeyPairStaysOpenWhereTheServerSpeaksTls12OrFails() {
        List<WatchedGroup> watched = new ArrayList<>();
        Pairing client = PAIR.with(Selection.modern(watching(watched)));
        Pairing old = PAIR.with(TestBed.only(PAIR.selection(), ProtocolVersion.TLS_1_2));
        try (Loopback loopback = Loopback.between(client.client(), old.server())) {
            loopback.handshake();
            assertThat(made(watched)).isEqualTo(2);
            assertThat(open(watched)).isZero();
        }
        Wrongdoing.towards(Role.CLIENT, client.client(), PAIR.server(), answer(share -> new byte[share.length - 1]));
        assertThat(open(watched)).isZero();
    }

    @Test
    void refusesAClientsShareOfAWrongLength() {
        for (int length : new int[] {1, 32, 1184, 1215, 1217}) {
            Wrongdoing result = Wrongdoing.towards(
                    Role.SERVER,
                    PAIR.with(PAIR.selection().keyShares(HYBRID)).client(),
                    PAIR.server(),
                    offer(share -> Arrays.copyOf(share, length)));
            assertThat(result.fault().fault()).isEqualTo(Fault.SHARE_ILLEGAL);
            assertThat(result.alert()).contains(Fault.SHARE_ILLEGAL.alert());
        }
    }

    /** FIPS 203 7.2: the server has to look at the key's coefficients. */
    @Test
    void refusesAClientsKeyThatIsNotReduced() {
        Wrongdoing result = Wrongdoing.towards(
                Role.SERVER, PAIR.with(PAIR.selection().keyShares(HYBRID)).client(), PAIR.server(), offer(share -> {
                    Arrays.fill(share, 0, 3, (byte) 0xff);
                    return share;
                }));
        assertThat(result.fault().fault()).isEqualTo(Fault.SHARE_ILLEGAL);
        assertThat(result.fault().getMessage()).contains("modulus");
    }

    @Test
    void refusesAServersShareOfAWrongLength() {
        for (int length : new int[] {1, 32, 1088, 1119, 1121}) {
            Wrongdoing result = Wrongdoing.towards(
                    Role.CLIENT, PAIR.client(), PAIR.server(), answer(share -> Arrays.copyOf(share, length)));
            assertThat(result.fault().fault()).isEqualTo(Fault.SHARE_ILLEGAL);
            assertThat(result.alert()).contains(Fault.SHARE_ILLEGAL.alert());
        }
    }

    /** Implicit rejection: the keys differ, so it looks like any record that was tampered with. */
    @Test
    void aTamperedCiphertextFailsLikeATamperedRecord() {
        for (int at : new int[] {0, 500, 1087}) {
            Wrongdoing result = Wrongdoing.towards(Role.CLIENT, PAIR.client(), PAIR.server(), answer(share -> {
                share[at] ^= 1;
                return share;
            }));
            assertThat(result.fault().fault()).isEqualTo(Fault.RECORD_NOT_AUTHENTIC);
        }
    }

    // ---- shares on the wire

    /** Changes the only share of a ClientHello. */
    private static MessageChange offer(UnaryOperator<byte[]> edit) {
        return MessageChange.at(Role.CLIENT, 0, HelloEdit.edit(hello -> {
            byte[] entry = entry(hello.find(HelloEdit.KEY_SHARE).orElseThrow(), 2, edit);
            hello.put(HelloEdit.KEY_SHARE, Messages.join(Messages.u16(entry.length), entry));
        }));
    }

    /** Changes the share of a ServerHello. */
    private static MessageChange answer(UnaryOperator<byte[]> edit) {
        return MessageChange.at(
                Role.SERVER,
                0,
                HelloEdit.edit(hello -> hello.put(
                        HelloEdit.KEY_SHARE,
                        entry(hello.find(HelloEdit.KEY_SHARE).orElseThrow(), 0, edit))));
    }

    private static byte[] entry(byte[] data, int start, UnaryOperator<byte[]> edit) {
        byte[] group = Arrays.copyOfRange(data, start, start + 2);
        byte[] share = edit.apply(Arrays.copyOfRange(data, start + 4, data.length));
        return Messages.join(group, Messages.u16(share.length), share);
    }

    private static Map<Integer, Integer> shareLengths(byte[] clientHello) {
        ByteBuffer in = ByteBuffer.wrap(
                HelloEdit.of(clientHello).find(HelloEdit.KEY_SHARE).orElseThrow());
        Map<Integer, Integer> lengths = new TreeMap<>();
        in.getShort();
        while (in.hasRemaining()) {
            int group = Short.toUnsignedInt(in.getShort());
            int length = Short.toUnsignedInt(in.getShort());
            lengths.put(group, length);
            in.position(in.position() + length);
        }
        return lengths;
    }

    // ---- watched groups

    /** The catalog of all modules, whose used groups are watched. */
    private static Catalog watching(List<WatchedGroup> watched) {
        for (NamedGroup group : TestBed.CATALOG.groups()) watched.add(new WatchedGroup(group));
        List<Object> parts = new ArrayList<>(watched);
        TestBed.CATALOG.parts().stream()
                .filter(part -> !(part instanceof NamedGroup))
                .forEach(parts::add);
        parts.add((dev.dovetail.tls.api.spi.SuiteProvider) TestBed.CATALOG::suites);
        return Catalog.of(parts.toArray());
    }

    private static int made(List<WatchedGroup> groups) {
        return groups.stream().mapToInt(group -> group.made().get()).sum();
    }

    private static int open(List<WatchedGroup> groups) {
        return groups.stream().mapToInt(group -> group.open().get()).sum();
    }

    private static ConnectionInfo info(Loopback loopback) {
        return loopback.client().engine().info().orElseThrow();
    }
}
