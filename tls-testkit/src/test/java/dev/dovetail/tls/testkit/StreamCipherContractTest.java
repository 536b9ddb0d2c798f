package dev.dovetail.tls.testkit;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.StreamCipher;
import dev.dovetail.tls.testkit.sample.SampleStream;
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

    private static void condemns(String method, Broken.Change change, String test, String... words) throws Exception {
        StreamCipher broken = Broken.at(StreamCipher.class, new SampleStream(), method, change);
        StreamCipherContract contract = new StreamCipherContract() {
            @Override
            protected StreamCipher part() {
                return broken;
            }
        };
        Trial.condemns(contract, test, words);
    }
}
