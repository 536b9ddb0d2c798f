package dev.dovetail.tls.testkit;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.testkit.neutral.NeutralAead;
import dev.dovetail.tls.testkit.sample.SampleAead;
import java.util.Arrays;
import java.util.List;
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

    @Test
    void catchesAnOpenerThatKnowsNoLongRecords() throws Exception {
        condemns(
                "open",
                (arguments, original) -> (int) arguments[5] > 16384 ? -1 : original.call(arguments),
                "opensWhatItSealedAtEverySize",
                "open() of what it sealed itself returns the length of the text");
    }

    @Test
    void catchesASealerThatClearsItsInput() throws Exception {
        condemns(
                "seal",
                (arguments, original) -> {
                    Object written = original.call(arguments);
                    int offset = (int) arguments[4];
                    boolean apart = arguments[3] == arguments[8] && offset != (int) arguments[9];
                    if (apart) Arrays.fill((byte[]) arguments[3], offset, offset + (int) arguments[5], (byte) 0);
                    return written;
                },
                "worksWithinOneArrayWhereTheRangesDoNotOverlap",
                "the text beside its ciphertext");
    }

    @Test
    void catchesAnOpenerThatTiresAfterSomeRecords() throws Exception {
        int[] calls = new int[1];
        condemns(
                "open",
                (arguments, original) -> ++calls[0] > 100 ? -1 : original.call(arguments),
                "protectsManyRecordsWithOneKey",
                "record 100 with one key");
    }

    @Test
    void catchesAnOpenerThatGivesUpAfterABadTag() throws Exception {
        boolean[] bad = new boolean[1];
        condemns(
                "open",
                (arguments, original) -> {
                    int read = bad[0] ? -1 : (int) original.call(arguments);
                    bad[0] |= read < 0;
                    return read;
                },
                "goesOnAfterABadTag",
                "a good record after a bad one");
    }

    @Test
    void catchesACipherOverWhichNoConnectionCanBeMade() throws Exception {
        condemns(
                "open",
                (arguments, original) -> -1,
                "carriesConnections",
                "SAMPLE_CTR_HMAC: no connection of TLS 1.3 over it",
                "RECORD_NOT_AUTHENTIC");
    }

    @Test
    void tellsTheFirstCauseOfACipherThatCannotSeal() throws Exception {
        condemns(
                "seal",
                (arguments, original) -> {
                    throw new IllegalStateException("out of order");
                },
                "carriesConnections",
                "INTERNAL: a record could not be sealed");
    }

    @Test
    void catchesATagThatIsLongerThanStated() throws Exception {
        AeadCipher longer = Broken.at(AeadCipher.class, new SampleAead(), "seal", (arguments, original) -> {
            int written = (int) original.call(arguments);
            ((byte[]) arguments[8])[(int) arguments[9] + written] = 0;
            return written + 1;
        });
        Trial.condemns(
                contract(longer),
                "makesRecordsAsLongAsItsFactsSay",
                "[the length in its header, the bytes behind it]",
                "content + 1 for its type + tagLength() of 16 (RFC 8446 5.2)");
    }

    @Test
    void catchesACopyOfTheKeyThatIsKept() throws Exception {
        condemns(
                "opener",
                (arguments, original) -> {
                    byte[] copy = ((Secret) arguments[0]).with(byte[]::clone);
                    return Broken.keeping(AeadCipher.Opener.class, (AeadCipher.Opener) original.call(arguments), copy);
                },
                "leavesNothingOfItsKeyBehind",
                "close() left the secret behind");
    }

    @Test
    void catchesAnotherAlgorithmThanThatOfTheVectors() throws Exception {
        AeadCipher deaf = Broken.at(AeadCipher.class, new NeutralAead(), "seal", (arguments, original) -> {
            arguments[2] = 0;
            return original.call(arguments);
        });
        Trial.condemns(contract(deaf), "agreesWithPublishedVectors", "1 of 2 vectors of /vectors/aes-gcm.txt fail");
    }

    @Test
    void catchesVectorsOfSomethingElse() throws Exception {
        Trial.condemns(
                contract(new SampleAead()),
                "agreesWithPublishedVectors",
                "SAMPLE_CTR_HMAC: vectors of /vectors/aes-gcm.txt that are about it, out of 3",
                "48 bytes of key, 12 of iv, 16 of tag");
    }

    private static void condemns(String method, Broken.Change change, String test, String... words) throws Exception {
        AeadCipher broken = Broken.at(AeadCipher.class, new SampleAead(), method, change);
        Trial.condemns(contract(broken), test, words);
    }

    private static AeadCipherContract contract(AeadCipher broken) {
        return new AeadCipherContract() {
            @Override
            protected AeadCipher part() {
                return broken;
            }

            @Override
            protected List<String> vectors() {
                return List.of("/vectors/aes-gcm.txt");
            }
        };
    }
}
