package dev.dovetail.tls.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.NamedGroup.Encapsulated;
import dev.dovetail.tls.api.spi.NamedGroup.Initiator;
import dev.dovetail.tls.handshake.ConnectionInfo;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link NamedGroup} must do. Extend it, hand over the group, and list shares of the right length that a peer
 * must not send. Tried anyway are shares of a wrong length, all-zero shares, points of small order of X25519 and X448, for
 * curves in uncompressed form points off the curve, and for finite fields the numbers at both ends.
 */
public abstract class NamedGroupContract extends VectorContract<NamedGroup> {

    private static final int ROUNDS = 8;
    private static final String[] PRIVATE = {"private", "seed"};
    private static final String[] PUBLIC = {"public", "c"};
    private static final String[] SHARED = {"shared", "K"};

    private final SecureRandom random = new SecureRandom();

    /**
     * Shares of an initiator, of the right length, that must be refused.
     *
     * @return none, unless there are some
     */
    protected List<byte[]> badInitiatorShares() {
        return List.of();
    }

    /**
     * Shares of a responder, of the right length, that must be refused.
     *
     * @return as many as for an initiator: both are alike in a Diffie-Hellman group
     */
    protected List<byte[]> badResponderShares() {
        return badInitiatorShares();
    }

    /**
     * The initiator whose private key a vector gives: override it if the group does not take its private key from the
     * random source byte by byte.
     *
     * @param privateKey as the file has it
     * @return the initiator; its share is not looked at
     * @throws Exception if there is no such key
     */
    protected Initiator initiator(byte[] privateKey) throws Exception {
        try {
            return part().generate(new FixedRandom(privateKey));
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new AssertionError(
                    "override initiator(byte[]): generate() does not take a private key of " + privateKey.length
                            + " bytes from the random source as it stands",
                    e);
        }
    }

    @Test
    void statesItsFacts() {
        NamedGroup group = part();
        assertThat(group.code()).as("code() of %s", name()).isBetween(0, 0xffff);
        assertThat(group.kind()).as("kind() of %s", name()).isNotNull();
        assertThat(group.versions()).as("versions() of %s", name()).isNotEmpty();
        assertThat(group.initiatorShareLength())
                .as("initiatorShareLength() of %s", name())
                .isBetween(1, 0xffff);
        assertThat(group.responderShareLength())
                .as("responderShareLength() of %s", name())
                .isBetween(1, 0xffff);
        assertThat(group.traits().contains(Trait.RECOMMENDED)
                        && group.traits().stream().anyMatch(Trait::mustBeNamed))
                .as("%s is RECOMMENDED and must be named before use: %s", name(), group.traits())
                .isFalse();
    }

    @Test
    void tellsOfAnyKeyWhetherItLiesInIt() {
        long held = SampleKeys.all().stream()
                .filter(pair -> part().holds(pair.getPublic()))
                .count();
        assertThat(held)
                .as("%s: holds() is true of keys of %d kinds", name(), held)
                .isLessThanOrEqualTo(1);
        assertThat(part().holds(new AlienKey()))
                .as("%s: holds() of a key of an unknown algorithm that has no encoding", name())
                .isFalse();
    }

    @Test
    void letsBothSidesAgree() throws IllegalShareException {
        for (int i = 0; i < ROUNDS; i++) {
            try (Initiator initiator = part().generate(random)) {
                Encapsulated answer = part().encapsulate(initiator.share(), random);
                try (Secret responders = answer.secret();
                        Secret initiators = initiator.decapsulate(answer.share())) {
                    assertThat((boolean) responders.with(initiators::matches))
                            .as("%s: both sides have the same secret", name())
                            .isTrue();
                    assertThat(initiators.length())
                            .as("%s: length of the secret", name())
                            .isPositive();
                    assertThat(initiators.matches(new byte[initiators.length()]))
                            .as("%s: the secret is all zeros", name())
                            .isFalse();
                }
            }
        }
    }

    @Test
    void sendsSharesOfTheLengthsItStates() throws IllegalShareException {
        for (int i = 0; i < ROUNDS; i++) {
            try (Initiator initiator = part().generate(random)) {
                byte[] share = initiator.share();
                assertThat(share).as("%s: the initiator's share", name()).hasSize(part().initiatorShareLength());
                assertThat(responderShare(share))
                        .as("%s: the responder's share", name())
                        .hasSize(part().responderShareLength());
            }
        }
    }

    @Test
    void makesFreshSharesAndSecretsEachTime() throws IllegalShareException {
        Set<String> seen = new HashSet<>();
        try (Initiator same = part().generate(random)) {
            for (int i = 0; i < ROUNDS; i++) {
                try (Initiator initiator = part().generate(random)) {
                    assertThat(seen.add(Hex.text(initiator.share())))
                            .as("%s: generate() repeats a share", name())
                            .isTrue();
                }
                Encapsulated answer = part().encapsulate(same.share(), random);
                try (Secret secret = answer.secret()) {
                    assertThat(seen.add(Hex.text(answer.share())))
                            .as("%s: encapsulate() repeats a share", name())
                            .isTrue();
                    boolean fresh = secret.with(bytes -> seen.add(Hex.text(bytes)));
                    assertThat(fresh)
                            .as("%s: encapsulate() repeats a secret", name())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void givesAnotherInitiatorAnotherSecret() throws IllegalShareException {
        try (Initiator one = part().generate(random);
                Initiator other = part().generate(random)) {
            Encapsulated answer = part().encapsulate(one.share(), random);
            try (Secret secret = answer.secret()) {
                assertRefusedOrDifferent(other, answer.share(), secret, "an answer to another initiator");
            }
        }
    }

    @Test
    void noticesAChangedShare() throws IllegalShareException {
        try (Initiator initiator = part().generate(random)) {
            Encapsulated answer = part().encapsulate(initiator.share(), random);
            try (Secret secret = answer.secret()) {
                for (int at : new int[] {0, answer.share().length / 2, answer.share().length - 1}) {
                    byte[] changed = Sample.flipped(answer.share(), at);
                    assertRefusedOrDifferent(initiator, changed, secret, "a share changed at byte " + at);
                }
            }
        }
    }

    @Test
    void refusesSharesOfAWrongLength() {
        for (int length : wrongLengths(part().initiatorShareLength())) {
            assertInitiatorShareRefused(new byte[length], "an initiator's share of " + length + " bytes");
        }
        for (int length : wrongLengths(part().responderShareLength())) {
            assertResponderShareRefused(new byte[length], "a responder's share of " + length + " bytes");
        }
        try (Initiator initiator = part().generate(random)) {
            byte[] share = initiator.share();
            assertInitiatorShareRefused(Arrays.copyOf(share, share.length + 1), "a good share with a byte behind it");
            assertInitiatorShareRefused(Arrays.copyOf(share, share.length - 1), "a good share without its last byte");
        }
    }

    /** RFC 8446 4.2.8.1 and 4.2.8.2, RFC 7748 6.1, RFC 7919 5.1. A KEM's own rules are left to its author's lists. */
    @Test
    void refusesSharesThatNoHonestPeerSends() throws IllegalShareException {
        List<byte[]> initiators = new ArrayList<>(badInitiatorShares());
        List<byte[]> responders = new ArrayList<>(badResponderShares());
        if (part().kind() != NamedGroup.Kind.KEM) {
            try (Initiator initiator = part().generate(random)) {
                initiators.addAll(BadShares.of(part(), initiator.share()));
                responders.addAll(BadShares.of(part(), responderShare(initiator.share())));
            }
        }
        for (byte[] share : initiators) assertInitiatorShareRefused(share, "the initiator's share " + Hex.text(share));
        for (byte[] share : responders) assertResponderShareRefused(share, "the responder's share " + Hex.text(share));
    }

    @Test
    void goesOnAfterABadShare() throws IllegalShareException {
        try (Initiator initiator = part().generate(random)) {
            Encapsulated answer = part().encapsulate(initiator.share(), random);
            assertThatThrownBy(() -> initiator.decapsulate(new byte[0])).isInstanceOf(IllegalShareException.class);
            try (Secret theirs = answer.secret();
                    Secret ours = initiator.decapsulate(answer.share())) {
                assertThat((boolean) theirs.with(ours::matches))
                        .as("%s: a good share after a bad one", name())
                        .isTrue();
            }
        }
    }

    @Test
    void onlyReadsThePeersShareAndGivesItsOwnAway() throws IllegalShareException {
        try (Initiator initiator = part().generate(random)) {
            byte[] share = initiator.share();
            Lent lent = new Lent().array("initiatorShare", share);
            Encapsulated answer = part().encapsulate(share, random);
            lent.assertUnchanged(name() + ": encapsulate()");
            lent.array("responderShare", answer.share());
            try (Secret theirs = answer.secret()) {
                initiator.decapsulate(answer.share()).close();
                lent.assertUnchanged(name() + ": decapsulate()");
                byte[] wanted = share.clone();
                assertThat(initiator.share())
                        .as("%s: share() a second time", name())
                        .isEqualTo(wanted);
                Arrays.fill(share, (byte) 0);
                assertThat(initiator.share())
                        .as("%s: share() lends its array instead of a copy", name())
                        .isEqualTo(wanted);
            }
        }
    }

    @Test
    void leavesTheSecretOpenWhenTheInitiatorIsClosed() throws IllegalShareException {
        Initiator initiator = part().generate(random);
        Encapsulated answer = part().encapsulate(initiator.share(), random);
        try (Secret theirs = answer.secret();
                Secret ours = initiator.decapsulate(answer.share())) {
            initiator.close();
            assertThat(ours.isClosed())
                    .as("%s: close() of the initiator closed the caller's secret", name())
                    .isFalse();
            assertThat((boolean) theirs.with(ours::matches))
                    .as("%s: close() of the initiator wiped the caller's secret", name())
                    .isTrue();
        }
    }

    @Test
    void refusesToWorkOnceClosed() throws IllegalShareException {
        Initiator initiator = part().generate(random);
        byte[] answer = responderShare(initiator.share());
        initiator.close();
        initiator.close();
        assertThatThrownBy(() -> initiator.decapsulate(answer), "%s: decapsulate() after close()", name())
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void worksInSeveralThreadsAtOnce() throws Exception {
        NamedGroup shared = part();
        Parallel.run(thread -> {
            for (int i = 0; i < 4; i++) {
                try (Initiator initiator = shared.generate(random)) {
                    Encapsulated answer = shared.encapsulate(initiator.share(), random);
                    try (Secret theirs = answer.secret();
                            Secret ours = initiator.decapsulate(answer.share())) {
                        assertThat((boolean) theirs.with(ours::matches))
                                .as("%s: agreement %d", name(), i)
                                .isTrue();
                    }
                }
            }
        });
    }

    /** In TLS 1.2 the server is the initiator, in TLS 1.3 the client. */
    @Test
    void carriesConnections() {
        for (ProtocolVersion version : part().versions()) {
            ConnectionInfo info = new Rehearsal(name(), new Composition().group(part())).completes(version);
            assertThat(info.group().map(NamedGroup::name))
                    .as("%s: the group of a connection of %s", name(), version)
                    .contains(name());
        }
    }

    @Test
    void leavesNothingOfItsKeyBehind() throws IllegalShareException {
        RecordingRandom recording = new RecordingRandom();
        Initiator initiator = part().generate(recording);
        initiator.decapsulate(responderShare(initiator.share())).close();
        initiator.close();
        // A draw of fewer bytes is not a private key's.
        List<byte[]> drawn =
                recording.drawn().stream().filter(draw -> draw.length >= 16).toList();
        if (drawn.isEmpty()) Remains.assertNoPrivateKeyLeft(new byte[0], initiator, name());
        for (byte[] draw : drawn) Remains.assertNoPrivateKeyLeft(draw, initiator, name());
    }

    @Override
    final String wanted() {
        return String.format(
                "private (or seed), public (or c) and shared (or K), with %d bytes of public",
                part().responderShareLength());
    }

    @Override
    final boolean concerns(Vectors.Case vector) {
        return vector.length(PRIVATE) >= 0
                && vector.length(SHARED) >= 0
                && vector.length(PUBLIC) == part().responderShareLength();
    }

    @Override
    final void check(Vectors.Case vector) throws Exception {
        try (Initiator initiator = initiator(vector.bytes(PRIVATE));
                Secret secret = initiator.decapsulate(vector.bytes(PUBLIC))) {
            assertThat(vector.mustFail())
                    .as("decapsulate() took an invalid share")
                    .isFalse();
            String shared = secret.with(Hex::text);
            assertThat(shared)
                    .as(
                            "shared; if generate() does not take its private key from the random source as it stands, override"
                                    + " initiator(byte[])")
                    .isEqualTo(Hex.text(vector.bytes(SHARED)));
        } catch (IllegalShareException refused) {
            if (vector.mustWork()) throw refused;
        }
    }

    private byte[] responderShare(byte[] initiatorShare) throws IllegalShareException {
        Encapsulated answer = part().encapsulate(initiatorShare, random);
        answer.secret().close();
        return answer.share();
    }

    private void assertRefusedOrDifferent(Initiator initiator, byte[] share, Secret secret, String what) {
        try (Secret other = initiator.decapsulate(share)) {
            assertThat((boolean) secret.with(other::matches))
                    .as("%s: %s gives the same secret", name(), what)
                    .isFalse();
        } catch (IllegalShareException refused) {
            // As good: a curve notices what a field or a KEM can't.
            assertThat(refused).as("%s: %s", name(), what).hasMessageNotContaining("null");
        }
    }

    private void assertInitiatorShareRefused(byte[] share, String what) {
        assertThatThrownBy(
                        () -> part().encapsulate(share, random).secret().close(),
                        "%s: %s must be refused by encapsulate()",
                        name(),
                        what)
                .isInstanceOf(IllegalShareException.class);
    }

    private void assertResponderShareRefused(byte[] share, String what) {
        try (Initiator initiator = part().generate(random)) {
            assertThatThrownBy(
                            () -> initiator.decapsulate(share).close(),
                            "%s: %s must be refused by decapsulate()",
                            name(),
                            what)
                    .isInstanceOf(IllegalShareException.class);
        }
    }

    private static int[] wrongLengths(int right) {
        return IntStream.of(0, 1, right / 2, right - 1, right + 1, 2 * right)
                .filter(length -> length != right)
                .distinct()
                .toArray();
    }
}
