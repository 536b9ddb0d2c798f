package dev.dovetail.tls.testkit;

import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.api.spi.Extension;
import dev.dovetail.tls.api.spi.ExtensionCodec.Site;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.testkit.sample.SampleExtension;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ExtensionContractTest {

    @Test
    void catchesAReaderThatDoesNotReadWhatWasWritten() throws Exception {
        condemns(
                "read",
                (arguments, original) -> original.call(arguments) + "!",
                "readsWhatItWrote",
                "sample_greeting in",
                "written and read");
    }

    @Test
    void catchesAReaderThatReadsOverTrailingBytes() throws Exception {
        condemns(
                "read",
                (arguments, original) -> {
                    Object value = original.call(arguments);
                    ((WireReader) arguments[1]).rest("more");
                    return value;
                },
                "leavesTrailingBytesForTheCoreToRefuse",
                "a byte behind the value was read over");
    }

    @Test
    void catchesAReaderThatStumblesOverGarbage() throws Exception {
        condemns(
                "read",
                (arguments, original) -> {
                    try {
                        return original.call(arguments);
                    } catch (TlsFault e) {
                        throw new NumberFormatException("garbage");
                    }
                },
                "refusesGarbageWithAFaultOnly",
                "is a TlsFault, as in.fault(Fault.DECODE_ERROR, …) makes one, not java.lang.NumberFormatException");
    }

    @Test
    void catchesAPlaceThatIsNotForThirdParties() throws Exception {
        condemns(
                "sites",
                (arguments, original) -> Set.of(Site.CLIENT_HELLO, Site.HELLO_RETRY_REQUEST),
                "statesItsFacts",
                "sites() of sample_greeting");
    }

    @Test
    void catchesAnExtensionThatNeverAsks() throws Exception {
        condemns(
                "offer",
                (arguments, original) -> Optional.empty(),
                "carriesConnections",
                "sample_greeting in TLS 1.",
                "offer() stays silent, so nothing is negotiated");
    }

    @Test
    void catchesAnAnswerThatItsOwnClientRefuses() throws Exception {
        condemns(
                "answered",
                (arguments, original) -> {
                    throw new IllegalStateException("I don't like it");
                },
                "carriesConnections",
                "sample_greeting: no connection of TLS 1.");
    }

    @Test
    void catchesAnExtensionThatInsistsOnAnAnswer() throws Exception {
        condemns(
                "absent",
                (arguments, original) -> {
                    throw new IllegalStateException("nobody greets me");
                },
                "getsAlongWithoutAnAnswer",
                "sample_greeting: no connection of TLS 1.");
    }

    @SuppressWarnings("unchecked") // A proxy knows no type arguments.
    private static void condemns(String method, Broken.Change change, String test, String... words) throws Exception {
        Extension<String> broken = Broken.at(Extension.class, new SampleExtension(), method, change);
        ExtensionContract<String> contract = new ExtensionContract<>() {
            @Override
            protected Extension<String> part() {
                return broken;
            }

            @Override
            protected List<String> values(Site site) {
                return List.of("hello");
            }
        };
        Trial.condemns(contract, test, words);
    }
}
