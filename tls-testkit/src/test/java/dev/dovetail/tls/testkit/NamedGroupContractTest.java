package dev.dovetail.tls.testkit;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.testkit.sample.SampleGroup;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NamedGroupContractTest {

    @Test
    void catchesAGroupThatTakesAnyShare() throws Exception {
        Broken.Change change = (arguments, original) -> {
            try {
                return original.call(arguments);
            } catch (IllegalShareException e) {
                return new NamedGroup.Encapsulated(new byte[32], Sample.secret(1, 32));
            }
        };
        condemns(
                "encapsulate",
                change,
                "refusesSharesOfAWrongLength",
                "an initiator's share of 0 bytes must be refused");
        condemns("encapsulate", change, "refusesSharesThatNoHonestPeerSends", "0000000000 must be refused");
    }

    @Test
    void catchesASharesLengthThatOnlyTheResponderChecks() throws Exception {
        condemns(
                "decapsulate",
                (arguments, original) -> {
                    try {
                        return original.call(arguments);
                    } catch (IllegalShareException e) {
                        return Sample.secret(1, 32);
                    }
                },
                "refusesSharesOfAWrongLength",
                "a responder's share of 0 bytes must be refused by decapsulate()");
    }

    @Test
    void catchesAGroupThatTakesAPointOfSmallOrder() throws Exception {
        condemns(
                "encapsulate",
                (arguments, original) -> {
                    // u of order 8: all but it are refused as they should be.
                    if (((byte[]) arguments[0])[0] != (byte) 0xe0) return original.call(arguments);
                    return new NamedGroup.Encapsulated(new byte[32], Sample.secret(1, 32));
                },
                "refusesSharesThatNoHonestPeerSends",
                "the initiator's share e0eb7a7c",
                "must be refused by encapsulate()");
    }

    @Test
    void catchesAShareThatItsAuthorListsAndItsGroupTakes() throws Exception {
        NamedGroup good = new SampleGroup();
        NamedGroupContract contract = new NamedGroupContract() {
            @Override
            protected NamedGroup part() {
                return good;
            }

            @Override
            protected List<byte[]> badInitiatorShares() {
                return List.of(good.generate(new SecureRandom()).share());
            }
        };
        Trial.condemns(contract, "refusesSharesThatNoHonestPeerSends", "must be refused by encapsulate()");
    }

    @Test
    void catchesAnotherExceptionForABadShare() throws Exception {
        condemns(
                "encapsulate",
                (arguments, original) -> {
                    try {
                        return original.call(arguments);
                    } catch (IllegalShareException e) {
                        throw new IllegalArgumentException(e);
                    }
                },
                "refusesSharesOfAWrongLength",
                "IllegalShareException");
    }

    @Test
    void catchesSidesThatDisagree() throws Exception {
        condemns(
                "decapsulate",
                (arguments, original) -> {
                    try (Secret secret = (Secret) original.call(arguments)) {
                        return secret.with(bytes -> Secret.of(Sample.flipped(bytes, 0)));
                    }
                },
                "letsBothSidesAgree",
                "sample_x25519: both sides have the same secret");
    }

    @Test
    void catchesASecretThatIsForgottenTooEarly() throws Exception {
        Secret[] last = new Secret[1];
        NamedGroup keeping = Broken.at(
                NamedGroup.class,
                new SampleGroup(),
                "decapsulate",
                (arguments, original) -> last[0] = (Secret) original.call(arguments));
        NamedGroup broken = Broken.at(NamedGroup.class, keeping, "close", (arguments, original) -> {
            last[0].close();
            return original.call(arguments);
        });
        Trial.condemns(contract(broken), "leavesTheSecretOpenWhenTheInitiatorIsClosed", "closed the caller's secret");
    }

    @Test
    void catchesASourceOfRandomnessThatRepeatsItself() throws Exception {
        condemns(
                "generate",
                (arguments, original) -> original.call(new SeededRandom(1)),
                "makesFreshSharesAndSecretsEachTime",
                "generate() repeats a share");
    }

    @Test
    void catchesAShareOfAnotherLengthThanStated() throws Exception {
        condemns(
                "responderShareLength",
                (arguments, original) -> 33,
                "sendsSharesOfTheLengthsItStates",
                "the responder's share");
    }

    @Test
    void catchesAShareThatIsOnlyLent() throws Exception {
        condemns(
                "generate",
                (arguments, original) -> {
                    NamedGroup.Initiator good = (NamedGroup.Initiator) original.call(arguments);
                    byte[] lent = good.share();
                    return Broken.at(NamedGroup.Initiator.class, good, "share", (none, share) -> lent);
                },
                "onlyReadsThePeersShareAndGivesItsOwnAway",
                "share() lends its array instead of a copy");
    }

    @Test
    void catchesAnInitiatorThatWorksOnOnceClosed() throws Exception {
        condemns("close", (arguments, original) -> null, "refusesToWorkOnceClosed", "decapsulate() after close()");
    }

    @Test
    void catchesASharesLengthThatCannotBe() throws Exception {
        condemns("initiatorShareLength", (arguments, original) -> 0, "statesItsFacts", "initiatorShareLength() of");
    }

    @Test
    void catchesAGroupThatHoldsEveryKey() throws Exception {
        condemns("holds", (arguments, original) -> true, "tellsOfAnyKeyWhetherItLiesInIt", "holds() is true of keys");
    }

    @Test
    void catchesASecretThatDoesNotDependOnTheShares() throws Exception {
        NamedGroup initiators = Broken.at(
                NamedGroup.class, new SampleGroup(), "decapsulate", (arguments, original) -> Sample.secret(1, 32));
        NamedGroup constant = Broken.at(
                NamedGroup.class,
                initiators,
                "encapsulate",
                (arguments, original) -> new NamedGroup.Encapsulated(
                        ((NamedGroup.Encapsulated) original.call(arguments)).share(), Sample.secret(1, 32)));
        Trial.condemns(
                contract(constant),
                "givesAnotherInitiatorAnotherSecret",
                "an answer to another initiator gives the same secret");
        Trial.condemns(contract(constant), "noticesAChangedShare", "a share changed at byte 0 gives the same secret");
    }

    @Test
    void catchesAnInitiatorThatIsSpoiltByABadShare() throws Exception {
        boolean[] spoilt = new boolean[1];
        condemns(
                "decapsulate",
                (arguments, original) -> {
                    if (spoilt[0]) return Sample.secret(1, 32);
                    try {
                        return original.call(arguments);
                    } catch (IllegalShareException e) {
                        spoilt[0] = true;
                        throw e;
                    }
                },
                "goesOnAfterABadShare",
                "a good share after a bad one");
    }

    @Test
    void catchesAGroupThatIsBoundToOneThread() throws Exception {
        Thread first = Thread.currentThread();
        condemns(
                "generate",
                (arguments, original) -> {
                    if (Thread.currentThread() != first) throw new IllegalStateException("another thread");
                    return original.call(arguments);
                },
                "worksInSeveralThreadsAtOnce",
                "in parallel threads");
    }

    @Test
    void catchesAGroupOverWhichNoConnectionCanBeMade() throws Exception {
        condemns(
                "decapsulate",
                (arguments, original) -> Sample.secret(1, 32),
                "carriesConnections",
                "sample_x25519: no connection of TLS 1.");
    }

    @Test
    void catchesAPrivateKeyThatIsKept() throws Exception {
        condemns(
                "generate",
                (arguments, original) -> {
                    byte[] key = new byte[32];
                    ((SecureRandom) arguments[0]).nextBytes(key);
                    return Broken.keeping(
                            NamedGroup.Initiator.class, (NamedGroup.Initiator) original.call(arguments), key);
                },
                "leavesNothingOfItsKeyBehind",
                "close() left the private key behind");
    }

    @Test
    void catchesAnotherAlgorithmThanThatOfTheVectors() throws Exception {
        condemns(
                "name",
                (arguments, original) -> original.call(arguments),
                "agreesWithPublishedVectors",
                "2 of 3 vectors of /vectors/x25519.txt fail",
                "override initiator(byte[])");
    }

    private static void condemns(String method, Broken.Change change, String test, String... words) throws Exception {
        Trial.condemns(contract(Broken.at(NamedGroup.class, new SampleGroup(), method, change)), test, words);
    }

    private static NamedGroupContract contract(NamedGroup broken) {
        return new NamedGroupContract() {
            @Override
            protected NamedGroup part() {
                return broken;
            }

            @Override
            protected List<String> vectors() {
                return List.of("/vectors/x25519.txt");
            }
        };
    }
}
