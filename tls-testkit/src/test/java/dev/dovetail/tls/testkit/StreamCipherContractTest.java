package dev.dovetail.tls.testkit;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.StreamCipher;
import dev.dovetail.tls.testkit.sample.SampleStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StreamCipherContractTest {

    @Test
    void catchesAStreamThatBeginsAnewWithEachCall() throws Exception {
        condemns(
                "encryptor",
                (arguments, original) -> {
                    Secret kept = ((Secret) arguments[0]).copy();
                    return Broken.at(
                            StreamCipher.Transform.class,
                            (StreamCipher.Transform) original.call(arguments),
                            "transform",
                            (given, same) -> {
                                StreamCipher.Transform fresh = (StreamCipher.Transform) original.call(kept);
                                fresh.transform(
                                        (byte[]) given[0], (int) given[1], (int) given[2], (byte[]) given[3], (int)
                                                given[4]);
                                return null;
                            });
                },
                "runsOnFromCallToCall",
                "encrypted in two calls, split at 1");
    }

    @Test
    void catchesAKeyThatDoesNotMatter() throws Exception {
        condemns(
                "encryptor",
                (arguments, original) -> original.call(Sample.secret(0, 16)),
                "hidesTheTextUnlessItHasNoKey",
                "another key");
    }

    @Test
    void catchesTextThatIsOnlyCopiedInSpiteOfAKey() throws Exception {
        condemns(
                "transform",
                (arguments, original) -> {
                    System.arraycopy(
                            arguments[0], (int) arguments[1], arguments[3], (int) arguments[4], (int) arguments[2]);
                    return null;
                },
                "hidesTheTextUnlessItHasNoKey",
                "ciphertext and plaintext");
    }

    @Test
    void catchesInputThatIsOverwritten() throws Exception {
        condemns(
                "transform",
                (arguments, original) -> {
                    original.call(arguments);
                    ((byte[]) arguments[0])[0]++;
                    return null;
                },
                "onlyReadsItsInput",
                "changed its argument 'in'");
    }

    @Test
    void catchesACipherThatWorksOnOnceClosed() throws Exception {
        condemns("close", (arguments, original) -> null, "refusesToWorkOnceClosed", "transform() after close()");
    }

    @Test
    void catchesAKeyOfNegativeLength() throws Exception {
        condemns("keyLength", (arguments, original) -> -1, "statesTheLengthOfItsKey", "keyLength() of SAMPLE_STREAM");
    }

    @Test
    void catchesADecryptorThatDoesNothing() throws Exception {
        Broken.Change change = (arguments, original) -> Broken.at(
                StreamCipher.Transform.class,
                (StreamCipher.Transform) original.call(arguments),
                "transform",
                (given, none) -> null);
        condemns("decryptor", change, "decryptsWhatItEncryptedAtEverySize", "1 bytes encrypted, decrypted");
        condemns("decryptor", change, "carriesConnections", "SAMPLE_STREAM: no connection of TLS 1.2 over it");
    }

    @Test
    void catchesOutputBehindItsRange() throws Exception {
        condemns(
                "transform",
                (arguments, original) -> {
                    original.call(arguments);
                    byte[] out = (byte[]) arguments[3];
                    int end = (int) arguments[4] + (int) arguments[2];
                    if (end < out.length) out[end] = 0;
                    return null;
                },
                "worksOnRangesOfLargerArrays",
                "transform() changed bytes behind the range");
    }

    @Test
    void catchesACipherThatCannotWorkInPlace() throws Exception {
        condemns(
                "transform",
                (arguments, original) -> {
                    if (arguments[0] == arguments[3]) Arrays.fill((byte[]) arguments[3], (byte) 0);
                    return original.call(arguments);
                },
                "worksInPlace",
                "encrypted in place");
    }

    @Test
    void catchesACipherThatClosesTheCallersKey() throws Exception {
        condemns(
                "encryptor",
                (arguments, original) -> {
                    Object transform = original.call(arguments);
                    ((Secret) arguments[0]).close();
                    return transform;
                },
                "leavesTheKeyToItsOwner",
                "closed the caller's key");
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
    void catchesACipherThatTakesNoLongRecords() throws Exception {
        condemns(
                "transform",
                (arguments, original) -> {
                    if ((int) arguments[2] > 10_000) throw new IllegalArgumentException("too long");
                    return original.call(arguments);
                },
                "makesRecordsAsLongAsItsFactsSay",
                "a record of TLS 1.2 failed");
    }

    @Test
    void catchesACopyOfTheKeyThatIsKept() throws Exception {
        condemns(
                "encryptor",
                (arguments, original) -> {
                    byte[] copy = ((Secret) arguments[0]).with(byte[]::clone);
                    return Broken.keeping(
                            StreamCipher.Transform.class, (StreamCipher.Transform) original.call(arguments), copy);
                },
                "leavesNothingOfItsKeyBehind",
                "close() left the secret behind");
    }

    @Test
    void catchesAnotherAlgorithmThanThatOfTheVectors() throws Exception {
        condemns(
                "encryptor",
                (arguments, original) -> original.call(Sample.secret(0, 16)),
                "agreesWithPublishedVectors",
                "1 of 1 vectors of /vectors/aes-ctr.txt fail",
                "ciphertext");
    }

    private static void condemns(String method, Broken.Change change, String test, String... words) throws Exception {
        StreamCipher broken = Broken.at(StreamCipher.class, new SampleStream(), method, change);
        StreamCipherContract contract = new StreamCipherContract() {
            @Override
            protected StreamCipher part() {
                return broken;
            }

            @Override
            protected List<String> vectors() {
                return List.of("/vectors/aes-ctr.txt");
            }
        };
        Trial.condemns(contract, test, words);
    }
}
