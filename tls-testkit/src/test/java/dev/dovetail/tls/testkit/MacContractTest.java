package dev.dovetail.tls.testkit;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.Mac;
import dev.dovetail.tls.testkit.sample.SampleMac;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class MacContractTest {

    @Test
    void catchesAMacThatGoesOnWhereItShouldBeginAnew() throws Exception {
        condemns(
                "keyed",
                (arguments, original) -> {
                    Mac.Keyed good = (Mac.Keyed) original.call(arguments);
                    return Broken.at(Mac.Keyed.class, good, "finish", (given, finish) -> {
                        finish.call(given);
                        good.update(new byte[1], 0, 1);
                        return null;
                    });
                },
                "beginsAnewAfterFinish",
                "of a message after another");
    }

    @Test
    void catchesAMacThatOverlooksTheEndOfAMessage() throws Exception {
        condemns(
                "update",
                (arguments, original) -> {
                    arguments[2] = Math.min(100, (int) arguments[2]);
                    return original.call(arguments);
                },
                "tellsMessagesOfEverySizeApart",
                "of 101 zero bytes is that of fewer zero bytes");
    }

    @Test
    void catchesAMacThatTakesNoEmptyKey() throws Exception {
        condemns(
                "keyed",
                (arguments, original) -> {
                    if (((Secret) arguments[0]).length() == 0) throw new IllegalArgumentException("Empty key");
                    return original.call(arguments);
                },
                "takesKeysOfAnyLength",
                "with a key of 0 bytes: a MAC takes keys of any length");
    }

    @Test
    void catchesAMacWhoseKeyDoesNotMatter() throws Exception {
        condemns(
                "keyed",
                (arguments, original) -> original.call(Sample.secret(0, 32)),
                "tellsKeysApart",
                "with another key");
    }

    @Test
    void catchesAResultThatIsWrittenToTheWrongPlace() throws Exception {
        condemns(
                "finish",
                (arguments, original) -> {
                    arguments[1] = 0;
                    return original.call(arguments);
                },
                "writesItsResultAndNothingElse",
                "finish() changed bytes in front of the range");
    }

    @Test
    void catchesAMacThatClosesTheCallersKey() throws Exception {
        condemns(
                "keyed",
                (arguments, original) -> {
                    Object keyed = original.call(arguments);
                    ((Secret) arguments[0]).close();
                    return keyed;
                },
                "leavesTheKeyToItsOwner",
                "closed the caller's key");
    }

    @Test
    void catchesAMacThatWorksOnOnceClosed() throws Exception {
        condemns("close", (arguments, original) -> null, "refusesToWorkOnceClosed", "update() after close()");
    }

    @Test
    void catchesPaddingThatIsLongerThanABlock() throws Exception {
        condemns("minimumPadding", (arguments, original) -> 65, "statesItsLengths", "minimumPadding() of");
    }

    @Test
    @SuppressWarnings("unchecked") // whatever is computed, a Keyed goes in
    void catchesAMacThatLendsOneObjectToTwo() throws Exception {
        AtomicReference<Mac.Keyed> only = new AtomicReference<>();
        condemns(
                "with",
                (arguments, original) -> {
                    only.compareAndSet(null, new SampleMac().keyed((Secret) arguments[0]));
                    return ((Function<Object, Object>) arguments[1]).apply(only.get());
                },
                "lendsForOneComputationWhatItWouldHandOut",
                "lent");
    }

    @Test
    void catchesAMacThatOverlooksTheSecondPiece() throws Exception {
        condemns(
                "update",
                (arguments, original) -> {
                    if ((int) arguments[1] > 0) arguments[2] = 0;
                    return original.call(arguments);
                },
                "computesTheSameHoweverTheMessageIsSplit",
                "of a message split at 1");
    }

    @Test
    void catchesAMacThatIsBoundToOneThread() throws Exception {
        Thread first = Thread.currentThread();
        condemns(
                "keyed",
                (arguments, original) -> {
                    if (Thread.currentThread() != first) throw new IllegalStateException("another thread");
                    return original.call(arguments);
                },
                "worksInSeveralThreadsAtOnce",
                "in parallel threads");
    }

    @Test
    void catchesAMacThatIsNeverTheSame() throws Exception {
        int[] count = new int[1];
        condemns(
                "finish",
                (arguments, original) -> {
                    original.call(arguments);
                    ((byte[]) arguments[0])[(int) arguments[1]] ^= (byte) ++count[0];
                    return null;
                },
                "carriesConnections",
                "HMAC_SAMPLE256: no connection of TLS 1.2 over it");
    }

    @Test
    void catchesALengthThatIsNotThatOfTheResult() throws Exception {
        condemns(
                "length",
                (arguments, original) -> 20,
                "makesRecordsAsLongAsItsFactsSay",
                "HMAC_SAMPLE256: a record of TLS 1.2, MAC then encrypt failed");
    }

    @Test
    void catchesACopyOfTheKeyThatIsKept() throws Exception {
        condemns(
                "keyed",
                (arguments, original) -> {
                    byte[] copy = ((Secret) arguments[0]).with(byte[]::clone);
                    return Broken.keeping(Mac.Keyed.class, (Mac.Keyed) original.call(arguments), copy);
                },
                "leavesNothingOfItsKeyBehind",
                "close() left the secret behind");
    }

    @Test
    void catchesAnotherAlgorithmThanThatOfTheVectors() throws Exception {
        condemns(
                "name",
                (arguments, original) -> original.call(arguments),
                "agreesWithPublishedVectors",
                "2 of 2 vectors of /vectors/hmac-sha256.txt fail");
    }

    private static void condemns(String method, Broken.Change change, String test, String... words) throws Exception {
        Mac broken = Broken.at(Mac.class, new SampleMac(), method, change);
        MacContract contract = new MacContract() {
            @Override
            protected Mac part() {
                return broken;
            }

            @Override
            protected List<String> vectors() {
                return List.of("/vectors/hmac-sha256.txt");
            }
        };
        Trial.condemns(contract, test, words);
    }
}
