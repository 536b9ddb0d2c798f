package dev.dovetail.tls.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.spi.HybridGroup;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.NamedGroup.Encapsulated;
import dev.dovetail.tls.api.spi.NamedGroup.Initiator;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What every {@link HybridGroup} must do: all that a group must, and to be made of its halves as its specification says.
 * Extend it, hand over the hybrid, and write down the halves from that specification:
 *
 * <pre>{@code
 * final class X25519MlKem768ContractTest extends HybridGroupContract {
 *     @Override
 *     protected HybridGroup hybrid() {
 *         return new X25519MlKem768();
 *     }
 *
 *     @Override
 *     protected List<Half> halves() {
 *         return List.of(new Half("MLKEM768", 1184, 1088), new Half("x25519", 32, 32));
 *     }
 * }
 * }</pre>
 */
public abstract class HybridGroupContract extends NamedGroupContract {

    private final SecureRandom random = new SecureRandom();
    private Optional<List<NamedGroup>> found = Optional.empty();

    /**
     * One of the two groups, as the specification of the hybrid has it.
     *
     * @param name the group's
     * @param initiatorShareLength bytes of the client's share that are its
     * @param responderShareLength bytes of the server's share that are its
     */
    public record Half(String name, int initiatorShareLength, int responderShareLength) {}

    /**
     * The hybrid under test.
     *
     * @return a new one or always the same
     */
    protected abstract HybridGroup hybrid();

    /**
     * What the specification says of the two groups: copied from there, not asked of the hybrid.
     *
     * @return two, in the order of their shares
     */
    protected abstract List<Half> halves();

    /**
     * Where the two groups are found.
     *
     * @return the groups on the class path, {@code Catalog.discover().groups()}, unless overridden; may hold others too
     */
    protected List<NamedGroup> groups() {
        return Catalog.discover().groups();
    }

    /**
     * Shares of an initiator that one of the halves must refuse, besides those that the kit knows for curves and fields.
     *
     * @param half one of the halves
     * @return shares of that half alone, of the right length; none, unless there are some
     */
    protected List<byte[]> badInitiatorShares(NamedGroup half) {
        return List.of();
    }

    /** The two groups joined. */
    @Override
    protected final NamedGroup part() {
        return join(first(), second());
    }

    /** What the hybrid makes of two groups: the kit's own tests join them badly. */
    NamedGroup join(NamedGroup one, NamedGroup two) {
        return hybrid().join(one, two);
    }

    @Test
    void namesItsHalvesInTheOrderOfItsSpecification() {
        assertThat(List.of(hybrid().first(), hybrid().second()))
                .as("%s: first() and second(), in the order of halves()", hybrid())
                .isEqualTo(halves().stream().map(Half::name).toList());
    }

    @Test
    void isJoinedByTheCatalog() {
        List<Object> parts = new ArrayList<>(others());
        parts.add(hybrid());
        Catalog catalog = Catalog.of(parts.toArray());
        assertThat(catalog.explain(hybrid().name()).reasons())
                .as(
                        "%s: what its halves lack: add the modules that have them to the test's scope, or override groups()",
                        hybrid())
                .isEmpty();
        assertThat(catalog.problems()).as("problems of the catalog").isEmpty();
    }

    @Test
    void dividesItsSharesAsItsSpecificationSays() {
        List<NamedGroup> both = List.of(first(), second());
        assertThat(both.stream().map(NamedGroup::initiatorShareLength).toList())
                .as("%s: bytes of each half in the initiator's share, as halves() says", hybrid())
                .isEqualTo(halves().stream().map(Half::initiatorShareLength).toList());
        assertThat(both.stream().map(NamedGroup::responderShareLength).toList())
                .as("%s: bytes of each half in the responder's share, as halves() says", hybrid())
                .isEqualTo(halves().stream().map(Half::responderShareLength).toList());
        assertThat(part().initiatorShareLength())
                .as("%s: initiatorShareLength() of both halves", hybrid())
                .isEqualTo(first().initiatorShareLength() + second().initiatorShareLength());
        assertThat(part().responderShareLength())
                .as("%s: responderShareLength() of both halves", hybrid())
                .isEqualTo(first().responderShareLength() + second().responderShareLength());
    }

    /** The halves, each on its own, answer the initiator of the hybrid. */
    @Test
    void sendsWhatItsHalvesUnderstand() throws IllegalShareException {
        try (Initiator initiator = part().generate(random)) {
            byte[] share = initiator.share();
            int split = first().initiatorShareLength();
            try (Encapsulated one = first().encapsulate(Arrays.copyOf(share, split), random);
                    Encapsulated two = second().encapsulate(Arrays.copyOfRange(share, split, share.length), random);
                    Secret secret = initiator.decapsulate(Sample.joined(one.share(), two.share()))) {
                assertJoined(secret, one.secret(), two.secret(), "decapsulate()");
            }
        }
    }

    /** Initiators of the halves, each on its own, understand the answer of the hybrid. */
    @Test
    void answersWhatItsHalvesUnderstand() throws IllegalShareException {
        try (Initiator one = first().generate(random);
                Initiator two = second().generate(random);
                Encapsulated answer = part().encapsulate(Sample.joined(one.share(), two.share()), random)) {
            byte[] share = answer.share();
            int split = first().responderShareLength();
            try (Secret front = one.decapsulate(Arrays.copyOf(share, split));
                    Secret back = two.decapsulate(Arrays.copyOfRange(share, split, share.length))) {
                assertJoined(answer.secret(), front, back, "encapsulate()");
            }
        }
    }

    /** A curve and a field have such shares anyway; a KEM has those of {@link #badInitiatorShares(NamedGroup)}. */
    @Test
    void refusesABadShareOfEitherHalf() throws IllegalShareException {
        try (Initiator one = first().generate(random);
                Initiator two = second().generate(random);
                Encapsulated ones = first().encapsulate(one.share(), random);
                Encapsulated twos = second().encapsulate(two.share(), random)) {
            for (byte[] bad : bad(first(), one.share()))
                assertInitiatorShareRefused(Sample.joined(bad, two.share()), first(), bad);
            for (byte[] bad : bad(second(), two.share()))
                assertInitiatorShareRefused(Sample.joined(one.share(), bad), second(), bad);
            for (byte[] bad : BadShares.of(first(), ones.share()))
                assertResponderShareRefused(Sample.joined(bad, twos.share()), first(), bad);
            for (byte[] bad : BadShares.of(second(), twos.share()))
                assertResponderShareRefused(Sample.joined(ones.share(), bad), second(), bad);
        }
    }

    private List<byte[]> bad(NamedGroup half, byte[] good) {
        List<byte[]> bad = new ArrayList<>(BadShares.of(half, good));
        bad.addAll(badInitiatorShares(half));
        return bad;
    }

    private void assertInitiatorShareRefused(byte[] share, NamedGroup half, byte[] bad) {
        assertThatThrownBy(
                        () -> part().encapsulate(share, random).close(),
                        "%s: the initiator's share with %s for %s must be refused by encapsulate()",
                        hybrid(),
                        Hex.text(bad),
                        half.name())
                .isInstanceOf(IllegalShareException.class);
    }

    private void assertResponderShareRefused(byte[] share, NamedGroup half, byte[] bad) {
        try (Initiator initiator = part().generate(random)) {
            assertThatThrownBy(
                            () -> initiator.decapsulate(share).close(),
                            "%s: the responder's share with %s for %s must be refused by decapsulate()",
                            hybrid(),
                            Hex.text(bad),
                            half.name())
                    .isInstanceOf(IllegalShareException.class);
        }
    }

    private void assertJoined(Secret joined, Secret one, Secret two, String call) {
        boolean right = one.with(front -> two.with(back -> joined.matches(Sample.joined(front, back))));
        assertThat(right)
                .as(
                        "%s: the secret of %s is that of %s, then that of %s",
                        hybrid(), call, first().name(), second().name())
                .isTrue();
    }

    private NamedGroup first() {
        return half(hybrid().first());
    }

    private NamedGroup second() {
        return half(hybrid().second());
    }

    private NamedGroup half(String name) {
        return others().stream()
                .filter(group -> group.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(Catalog.of(hybrid()).explain(hybrid().name())
                        + "; add the modules that have its halves to the test's scope, or override groups()"));
    }

    /** Without the hybrid itself, which a catalog has joined already. */
    private List<NamedGroup> others() {
        if (found.isEmpty()) {
            String own = hybrid().name();
            found = Optional.of(
                    groups().stream().filter(group -> !group.name().equals(own)).toList());
        }
        return found.get();
    }
}
