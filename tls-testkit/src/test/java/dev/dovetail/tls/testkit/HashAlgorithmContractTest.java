package dev.dovetail.tls.testkit;

import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.testkit.sample.SampleHash;
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

    private static void condemns(String method, Broken.Change change, String test, String... words) throws Exception {
        HashAlgorithm broken = Broken.at(HashAlgorithm.class, new SampleHash(), method, change);
        HashAlgorithmContract contract = new HashAlgorithmContract() {
            @Override
            protected HashAlgorithm part() {
                return broken;
            }
        };
        Trial.condemns(contract, test, words);
    }
}
