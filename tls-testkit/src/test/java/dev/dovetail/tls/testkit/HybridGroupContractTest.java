package dev.dovetail.tls.testkit;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.HybridGroup;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.testkit.neutral.NeutralGroup;
import dev.dovetail.tls.testkit.sample.SampleGroup;
import java.security.SecureRandom;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class HybridGroupContractTest {

    private static final int LENGTH = 32;

    /** What the broken ones below would be. */
    private static final class Good extends HybridGroup {
        Good() {
            super(0xfe31, "sample+kit", "sample_x25519", "kit_group", 0, Trait.EXPERIMENTAL);
        }
    }

    /** The same, the other way round. */
    private static final class Reversed extends HybridGroup {
        Reversed() {
            super(0xfe31, "kit+sample", "kit_group", "sample_x25519", 0, Trait.EXPERIMENTAL);
        }
    }

    private static class Contract extends HybridGroupContract {
        @Override
        protected HybridGroup hybrid() {
            return new Good();
        }

        @Override
        protected List<Half> halves() {
            return List.of(new Half("sample_x25519", LENGTH, LENGTH), new Half("kit_group", LENGTH, LENGTH));
        }

        @Override
        protected List<NamedGroup> groups() {
            return List.of(new SampleGroup(), new NeutralGroup());
        }
    }

    @Nested
    class GoodOne extends Contract {}

    @Test
    void catchesHalvesInTheWrongOrder() throws Exception {
        Contract contract = new Contract() {
            @Override
            protected HybridGroup hybrid() {
                return new Reversed();
            }
        };
        Trial.condemns(
                contract,
                "namesItsHalvesInTheOrderOfItsSpecification",
                "kit+sample: first() and second(), in the order");
    }

    @Test
    void catchesAHalfThatIsNowhere() throws Exception {
        Contract contract = new Contract() {
            @Override
            protected List<NamedGroup> groups() {
                return List.of(new SampleGroup());
            }
        };
        Trial.condemns(contract, "isJoinedByTheCatalog", "group kit_group is missing", "override groups()");
        Trial.condemns(contract, "carriesConnections", "group kit_group is missing", "override groups()");
    }

    @Test
    void catchesAHalfOfAnotherLength() throws Exception {
        Contract contract = new Contract() {
            @Override
            protected List<Half> halves() {
                return List.of(new Half("sample_x25519", LENGTH, LENGTH), new Half("kit_group", LENGTH, 33));
            }
        };
        Trial.condemns(
                contract, "dividesItsSharesAsItsSpecificationSays", "bytes of each half in the responder's share");
    }

    @Test
    void catchesALengthThatIsNotThatOfBothHalves() throws Exception {
        Contract contract = joined("initiatorShareLength", (arguments, original) -> LENGTH);
        Trial.condemns(contract, "dividesItsSharesAsItsSpecificationSays", "initiatorShareLength() of both halves");
    }

    @Test
    void catchesSharesThatAreJoinedInTheWrongOrder() throws Exception {
        Contract contract = joined("share", (arguments, original) -> swapped((byte[]) original.call(arguments)));
        Trial.condemns(
                contract, "sendsWhatItsHalvesUnderstand", "the secret of decapsulate() is that of sample_x25519");
    }

    @Test
    void catchesSecretsThatAreJoinedInTheWrongOrder() throws Exception {
        Contract contract = joined("encapsulate", (arguments, original) -> {
            NamedGroup.Encapsulated answer = (NamedGroup.Encapsulated) original.call(arguments);
            byte[] wrong = answer.secret().with(HybridGroupContractTest::swapped);
            return new NamedGroup.Encapsulated(answer.share(), Secret.of(wrong));
        });
        Trial.condemns(
                contract, "answersWhatItsHalvesUnderstand", "the secret of encapsulate() is that of sample_x25519");
    }

    @Test
    void catchesABadShareOfEitherHalf() throws Exception {
        Trial.condemns(
                halves(HybridGroupContractTest::careless, UnaryOperator.identity()),
                "refusesABadShareOfEitherHalf",
                "for sample_x25519 must be refused by encapsulate()");
        Trial.condemns(
                halves(UnaryOperator.identity(), HybridGroupContractTest::careless),
                "refusesABadShareOfEitherHalf",
                "for kit_group must be refused by encapsulate()");
    }

    @Test
    void catchesABadAnswer() throws Exception {
        UnaryOperator<NamedGroup> careless = good ->
                Broken.at(NamedGroup.class, good, "decapsulate", (arguments, original) -> Sample.secret(1, LENGTH));
        Trial.condemns(
                halves(UnaryOperator.identity(), careless),
                "refusesABadShareOfEitherHalf",
                "for kit_group must be refused by decapsulate()");
    }

    @Test
    void catchesAShareThatItsAuthorLists() throws Exception {
        Contract contract = new Contract() {
            @Override
            protected List<byte[]> badInitiatorShares(NamedGroup half) {
                return List.of(half.generate(new SecureRandom()).share());
            }
        };
        Trial.condemns(contract, "refusesABadShareOfEitherHalf", "for sample_x25519 must be refused by encapsulate()");
    }

    @Test
    void catchesAHybridOverWhichNoConnectionCanBeMade() throws Exception {
        Contract contract = joined("decapsulate", (arguments, original) -> Sample.secret(1, 2 * LENGTH));
        Trial.condemns(contract, "carriesConnections", "sample+kit: no connection of TLS 1.3");
    }

    private static NamedGroup careless(NamedGroup good) {
        return Broken.at(NamedGroup.class, good, "encapsulate", (arguments, original) -> {
            try {
                return original.call(arguments);
            } catch (IllegalShareException e) {
                return new NamedGroup.Encapsulated(new byte[LENGTH], Sample.secret(1, LENGTH));
            }
        });
    }

    private static Contract halves(UnaryOperator<NamedGroup> first, UnaryOperator<NamedGroup> second) {
        return new Contract() {
            @Override
            protected List<NamedGroup> groups() {
                return List.of(first.apply(new SampleGroup()), second.apply(new NeutralGroup()));
            }
        };
    }

    private static Contract joined(String method, Broken.Change change) {
        return new Contract() {
            @Override
            NamedGroup join(NamedGroup one, NamedGroup two) {
                return Broken.at(NamedGroup.class, super.join(one, two), method, change);
            }
        };
    }

    private static byte[] swapped(byte[] both) {
        byte[] swapped = new byte[both.length];
        int half = both.length / 2;
        System.arraycopy(both, half, swapped, 0, half);
        System.arraycopy(both, 0, swapped, half, half);
        return swapped;
    }
}
