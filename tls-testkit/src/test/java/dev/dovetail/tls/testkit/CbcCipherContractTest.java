package dev.dovetail.tls.testkit;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.CbcCipher;
import dev.dovetail.tls.testkit.sample.SampleCbc;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CbcCipherContractTest {

    @Test
    void catchesBlocksThatAreNotChained() throws Exception {
        condemns(
                "transform",
                (arguments, original) -> {
                    int length = (int) arguments[4];
                    for (int at = 0; at < length; at += 16) {
                        original.call(
                                arguments[0],
                                arguments[1],
                                arguments[2],
                                (int) arguments[3] + at,
                                16,
                                arguments[5],
                                (int) arguments[6] + at);
                    }
                    return null;
                },
                "chainsItsBlocks",
                "a block's ciphertext is the next block's IV");
    }

    @Test
    void catchesAnIvThatDoesNotMatter() throws Exception {
        condemns(
                "transform",
                (arguments, original) -> {
                    arguments[0] = new byte[16];
                    arguments[1] = 0;
                    return original.call(arguments);
                },
                "mixesTheIvIntoTheFirstBlock",
                "CBC adds the IV to the first block");
    }

    @Test
    void catchesAnIvThatRunsOnFromCallToCall() throws Exception {
        byte[] running = new byte[16];
        boolean[] begun = new boolean[1];
        condemns(
                "transform",
                (arguments, original) -> {
                    if (begun[0]) {
                        arguments[0] = running;
                        arguments[1] = 0;
                    }
                    original.call(arguments);
                    begun[0] = true;
                    System.arraycopy((byte[]) arguments[5], (int) arguments[6], running, 0, 16);
                    return null;
                },
                "takesEachCallOnItsOwn",
                "with the same IV and text");
    }

    @Test
    void catchesAnIvThatIsOverwritten() throws Exception {
        condemns(
                "transform",
                (arguments, original) -> {
                    original.call(arguments);
                    ((byte[]) arguments[0])[(int) arguments[1]]++;
                    return null;
                },
                "onlyReadsItsInputs",
                "transform() changed its argument 'iv'");
    }

    @Test
    void catchesOutputBehindItsRange() throws Exception {
        condemns(
                "transform",
                (arguments, original) -> {
                    original.call(arguments);
                    ((byte[]) arguments[5])[(int) arguments[6] + (int) arguments[4]] = 16;
                    return null;
                },
                "worksOnRangesOfLargerArrays",
                "encrypting changed bytes behind the range");
    }

    @Test
    void catchesACipherThatClosesTheCallersKey() throws Exception {
        condemns(
                "decryptor",
                (arguments, original) -> {
                    Object transform = original.call(arguments);
                    ((Secret) arguments[0]).close();
                    return transform;
                },
                "leavesTheKeyToItsOwner",
                "closed the caller's key");
    }

    @Test
    void catchesACipherThatWorksOnOnceClosed() throws Exception {
        condemns("close", (arguments, original) -> null, "refusesToWorkOnceClosed", "transform() after close()");
    }

    @Test
    void catchesABlockLengthThatNoPaddingIsMadeFor() throws Exception {
        condemns("blockLength", (arguments, original) -> 12, "statesItsLengths", "blockLength() of SAMPLE_CBC");
    }

    @Test
    void catchesADecryptorThatEncrypts() throws Exception {
        Broken.Change change = (arguments, original) -> new SampleCbc().encryptor((Secret) arguments[0]);
        condemns("decryptor", change, "decryptsWhatItEncryptedAtEverySize", "1 blocks encrypted, decrypted");
        condemns("decryptor", change, "carriesConnections", "SAMPLE_CBC: no connection of TLS 1.2 over it");
    }

    @Test
    void catchesACipherThatCannotWorkInPlace() throws Exception {
        condemns(
                "transform",
                (arguments, original) -> {
                    byte[] out = (byte[]) arguments[5];
                    int start = (int) arguments[6];
                    if (arguments[2] == out) Arrays.fill(out, start, start + (int) arguments[4], (byte) 0);
                    return original.call(arguments);
                },
                "worksInPlaceWithTheIvInFront",
                "blocks encrypted in place");
    }

    @Test
    void catchesAKeyThatDoesNotMatter() throws Exception {
        condemns(
                "encryptor",
                (arguments, original) -> original.call(Sample.secret(0, 16)),
                "makesAnotherCiphertextForAnotherKey",
                "another key");
    }

    @Test
    void catchesACipherThatTakesKeysOfAnyLength() throws Exception {
        condemns(
                "encryptor",
                (arguments, original) -> original.call(Sample.secret(0, 16)),
                "refusesKeysOfAnotherLength",
                "encryptor() with a key of 0 bytes");
    }

    @Test
    void catchesACipherThatIsBoundToOneThread() throws Exception {
        Thread first = Thread.currentThread();
        condemns(
                "encryptor",
                (arguments, original) -> {
                    if (Thread.currentThread() != first) throw new IllegalStateException("another thread");
                    return original.call(arguments);
                },
                "worksInSeveralThreadsAtOnce",
                "in parallel threads");
    }

    @Test
    void catchesABlockLengthThatIsNotTheCiphers() throws Exception {
        condemns(
                "blockLength",
                (arguments, original) -> 8,
                "makesRecordsAsLongAsItsFactsSay",
                "a record of TLS 1.2, MAC then encrypt failed");
    }

    @Test
    void catchesACopyOfTheKeyThatIsKept() throws Exception {
        condemns(
                "encryptor",
                (arguments, original) -> {
                    byte[] copy = ((Secret) arguments[0]).with(byte[]::clone);
                    return Broken.keeping(
                            CbcCipher.Transform.class, (CbcCipher.Transform) original.call(arguments), copy);
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
                "1 of 1 vectors of /vectors/aes-cbc.txt fail");
    }

    private static void condemns(String method, Broken.Change change, String test, String... words) throws Exception {
        CbcCipher broken = Broken.at(CbcCipher.class, new SampleCbc(), method, change);
        CbcCipherContract contract = new CbcCipherContract() {
            @Override
            protected CbcCipher part() {
                return broken;
            }

            @Override
            protected List<String> vectors() {
                return List.of("/vectors/aes-cbc.txt");
            }
        };
        Trial.condemns(contract, test, words);
    }
}
