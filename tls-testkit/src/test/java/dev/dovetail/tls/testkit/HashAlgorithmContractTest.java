package dev.dovetail.tls.testkit;

import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.testkit.sample.SampleHash;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HashAlgorithmContractTest {

    @Test
    void catchesAForkThatSharesItsState() throws Exception {
        condemns(
                "start",
                (arguments, original) -> {
                    HashAlgorithm.Hash good = (HashAlgorithm.Hash) original.call(arguments);
                    return Broken.at(HashAlgorithm.Hash.class, good, "fork", (none, fork) -> good);
                },
                "forksAStateThatGoesItsOwnWay",
                "SAMPLE256: the fork");
    }

    @Test
    void catchesAHashThatDoesNotBeginAnew() throws Exception {
        condemns(
                "start",
                (arguments, original) -> {
                    HashAlgorithm.Hash good = (HashAlgorithm.Hash) original.call(arguments);
                    return Broken.at(
                            HashAlgorithm.Hash.class,
                            good,
                            "finish",
                            (none, finish) -> good.fork().finish());
                },
                "beginsAnewAfterFinish",
                "of a message after another");
    }

    @Test
    void catchesAResultThatIsOnlyLent() throws Exception {
        byte[] lent = new byte[32];
        boolean[] filled = new boolean[1];
        condemns(
                "finish",
                (arguments, original) -> {
                    byte[] result = (byte[]) original.call(arguments);
                    if (!filled[0]) System.arraycopy(result, 0, lent, 0, 32);
                    filled[0] = true;
                    return lent;
                },
                "givesItsResultAway",
                "lends an array of its own");
    }

    @Test
    void catchesALengthThatIsNotThatOfTheResult() throws Exception {
        condemns("length", (arguments, original) -> 20, "statesItsLength", "SAMPLE256 of nothing");
    }

    @Test
    void catchesAnHmacWithAWrongBlockLength() throws Exception {
        condemns("blockLength", (arguments, original) -> 128, "makesItsHmacOfItself", "RFC 2104 2 defines it");
    }

    @Test
    void catchesAnOffsetThatIsOverlooked() throws Exception {
        condemns(
                "update",
                (arguments, original) -> {
                    arguments[1] = 0;
                    return original.call(arguments);
                },
                "computesTheSameHoweverTheMessageIsSplit",
                "split at");
    }

    @Test
    void catchesAHashThatOverlooksTheEndOfAMessage() throws Exception {
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
    void catchesInputThatIsOverwritten() throws Exception {
        condemns(
                "update",
                (arguments, original) -> {
                    original.call(arguments);
                    ((byte[]) arguments[0])[(int) arguments[1]]++;
                    return null;
                },
                "onlyReadsItsInput",
                "update() changed its argument 'in'");
    }

    @Test
    void catchesAHashThatIsBoundToOneThread() throws Exception {
        Thread first = Thread.currentThread();
        condemns(
                "start",
                (arguments, original) -> {
                    if (Thread.currentThread() != first) throw new IllegalStateException("another thread");
                    return original.call(arguments);
                },
                "worksInSeveralThreadsAtOnce",
                "in parallel threads");
    }

    @Test
    void catchesAHashThatIsNeverTheSame() throws Exception {
        int[] count = new int[1];
        condemns(
                "finish",
                (arguments, original) -> {
                    byte[] result = (byte[]) original.call(arguments);
                    result[0] ^= (byte) ++count[0];
                    return result;
                },
                "carriesConnections",
                "SAMPLE256: no connection of TLS 1.3 over it");
    }

    @Test
    void catchesAnotherAlgorithmThanThatOfTheVectors() throws Exception {
        condemns(
                "name",
                (arguments, original) -> original.call(arguments),
                "agreesWithPublishedVectors",
                "1 of 1 vectors of /vectors/sha256.txt fail");
    }

    private static void condemns(String method, Broken.Change change, String test, String... words) throws Exception {
        HashAlgorithm broken = Broken.at(HashAlgorithm.class, new SampleHash(), method, change);
        HashAlgorithmContract contract = new HashAlgorithmContract() {
            @Override
            protected HashAlgorithm part() {
                return broken;
            }

            @Override
            protected List<String> vectors() {
                return List.of("/vectors/sha256.txt");
            }
        };
        Trial.condemns(contract, test, words);
    }
}
