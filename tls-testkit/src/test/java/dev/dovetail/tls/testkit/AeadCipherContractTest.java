package dev.dovetail.tls.testkit;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.testkit.sample.SampleAead;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class AeadCipherContractTest {

    @Test
    void catchesAnOpenerThatOverlooksTheTag() throws Exception {
        Broken.Change change = (arguments, original) -> {
            int read = (int) original.call(arguments);
            return read < 0 ? Math.max(0, (int) arguments[5] - 16) : read;
        };
        condemns("open", change, "refusesATagThatIsWrongInAnyByte", "SAMPLE_CTR_HMAC: byte 0 of the tag is wrong");
        condemns("open", change, "refusesCiphertextThatIsWrongInAnyByte", "byte 0 of the ciphertext is wrong");
        condemns("open", change, "refusesAnotherNonceKeyOrAad", "byte 0 of the nonce is another");
        condemns("open", change, "refusesWhatIsTooShort", "only 0 bytes are left");
    }

    @Test
    void catchesAnOpenerThatComparesTooFewBytesOfTheTag() throws Exception {
        Broken.Change change = (arguments, original) -> {
            byte[] in = ((byte[]) arguments[3]).clone();
            int last = (int) arguments[4] + (int) arguments[5] - 1;
            arguments[3] = in;
            int read = (int) original.call(arguments);
            if (read >= 0) return read;
            if (last >= 0) in[last] ^= 1;
            return original.call(arguments);
        };
        condemns("open", change, "refusesATagThatIsWrongInAnyByte", "byte 15 of the tag is wrong");
    }

    @Test
    void catchesAnOpenerThatThrowsOnABadTag() throws Exception {
        condemns(
                "open",
                (arguments, original) -> {
                    int read = (int) original.call(arguments);
                    if (read < 0) throw new IllegalArgumentException("bad tag");
                    return read;
                },
                "refusesATagThatIsWrongInAnyByte",
                "open() returns -1 and throws nothing");
    }

    @Test
    void catchesPlaintextThatIsLeftBehindOnABadTag() throws Exception {
        condemns(
                "open",
                (arguments, original) -> {
                    int read = (int) original.call(arguments);
                    if (read >= 0) return read;
                    byte[] in = ((byte[]) arguments[3]).clone();
                    in[(int) arguments[4] + (int) arguments[5] - 1] ^= 1;
                    arguments[3] = in;
                    original.call(arguments);
                    return -1;
                },
                "leavesNoPlaintextBehindOnABadTag",
                "plaintext stands at byte 0 of the output");
    }

    @Test
    void catchesASealerThatForgetsTheSecondPiece() throws Exception {
        condemns(
                "seal",
                (arguments, original) -> {
                    arguments[7] = 0;
                    return original.call(arguments);
                },
                "sealsATextOfTwoPiecesAsIfItWereOne",
                "returns the length of text and tag together");
    }

    @Test
    void catchesASealerThatTakesTheWholeAad() throws Exception {
        condemns(
                "seal",
                (arguments, original) -> {
                    arguments[2] = ((byte[]) arguments[1]).length;
                    return original.call(arguments);
                },
                "countsOnlyThePartOfAadAndSuffixThatItIsToldTo",
                "must use aadLength bytes of aad");
    }

    @Test
    void catchesASealerThatWritesBehindItsRange() throws Exception {
        condemns(
                "seal",
                (arguments, original) -> {
                    int written = (int) original.call(arguments);
                    ((byte[]) arguments[8])[(int) arguments[9] + written] = 0;
                    return written;
                },
                "worksOnRangesOfLargerArrays",
                "seal() changed bytes behind the range it was given");
    }

    @Test
    void catchesASealerThatCannotWorkInPlace() throws Exception {
        condemns(
                "seal",
                (arguments, original) -> {
                    if (arguments[3] == arguments[8]) Arrays.fill((byte[]) arguments[8], (byte) 0);
                    return original.call(arguments);
                },
                "sealsAndOpensInPlace",
                "sealed in place");
    }

    @Test
    void catchesASealerThatCountsTheNonceUp() throws Exception {
        condemns(
                "seal",
                (arguments, original) -> {
                    Object written = original.call(arguments);
                    ((byte[]) arguments[0])[0]++;
                    return written;
                },
                "onlyReadsItsInputs",
                "seal() changed its argument 'nonce'");
    }

    @Test
    void catchesANonceThatDoesNotMatter() throws Exception {
        condemns(
                "seal",
                (arguments, original) -> {
                    arguments[0] = new byte[12];
                    return original.call(arguments);
                },
                "makesAnotherCiphertextForAnotherKeyOrNonce",
                "another nonce");
    }

    @Test
    void catchesACipherThatClosesTheCallersKey() throws Exception {
        condemns(
                "sealer",
                (arguments, original) -> {
                    Object sealer = original.call(arguments);
                    ((Secret) arguments[0]).close();
                    return sealer;
                },
                "leavesTheKeyToItsOwner",
                "closed the caller's key");
    }

    @Test
    void catchesACipherThatKeepsTheCallersKey() throws Exception {
        condemns(
                "sealer",
                (arguments, original) -> Broken.at(
                        AeadCipher.Sealer.class,
                        (AeadCipher.Sealer) original.call(arguments),
                        "seal",
                        (given, seal) -> ((AeadCipher.Sealer) original.call(arguments))
                                .seal(
                                        (byte[]) given[0],
                                        (byte[]) given[1],
                                        (int) given[2],
                                        (byte[]) given[3],
                                        (int) given[4],
                                        (int) given[5],
                                        (byte[]) given[6],
                                        (int) given[7],
                                        (byte[]) given[8],
                                        (int) given[9])),
                "leavesTheKeyToItsOwner",
                "keeps the caller's key instead of a copy");
    }

    @Test
    void catchesACipherThatWorksOnOnceClosed() throws Exception {
        condemns("close", (arguments, original) -> null, "refusesToWorkOnceClosed", "seal() after close()");
    }

    @Test
    void catchesACipherThatTakesKeysOfAnyLength() throws Exception {
        condemns(
                "sealer",
                (arguments, original) -> original.call(Sample.secret(0, 48)),
                "refusesKeysOfAnotherLength",
                "sealer() with a key of 0 bytes");
    }

    @Test
    void catchesACipherThatIsBoundToOneThread() throws Exception {
        Thread first = Thread.currentThread();
        condemns(
                "sealer",
                (arguments, original) -> {
                    if (Thread.currentThread() != first) throw new IllegalStateException("another thread");
                    return original.call(arguments);
                },
                "worksInSeveralThreadsAtOnce",
                "in parallel threads");
    }

    @Test
    void catchesANonceThatTls12CannotMake() throws Exception {
        condemns(
                "nonceLength",
                (arguments, original) -> 7,
                "statesLengthsThatRecordsCanBeMadeOf",
                "asks for at least 8");
    }

    private static void condemns(String method, Broken.Change change, String test, String... words) throws Exception {
        AeadCipher broken = Broken.at(AeadCipher.class, new SampleAead(), method, change);
        AeadCipherContract contract = new AeadCipherContract() {
            @Override
            protected AeadCipher part() {
                return broken;
            }
        };
        Trial.condemns(contract, test, words);
    }
}
