package dev.dovetail.tls.handshake.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.api.spi.ExtensionCodec;
import dev.dovetail.tls.api.spi.ExtensionCodec.Site;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import dev.dovetail.tls.testkit.Hex;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every extension codec at every place where it may stand: read, written again, cut short, with something behind. */
class ExtensionCodecsVectorTest {

    private static final Codecs CODECS = Codecs.with(List.of());

    /**
     * A value as it stands on the wire.
     *
     * @param codec reads and writes it
     * @param site where it stands
     * @param digits its bytes
     */
    record Example(ExtensionCodec<?> codec, Site site, String digits) {

        byte[] bytes() {
            return Hex.bytes(digits);
        }

        @Override
        public String toString() {
            return codec.name() + " in " + site;
        }
    }

    static Stream<Example> examples() {
        return Stream.of(
                        at(0, Site.CLIENT_HELLO, "0009 00 0006 736572766572"),
                        at(0, Site.SERVER_HELLO_12, ""),
                        at(0, Site.ENCRYPTED_EXTENSIONS, ""),
                        everywhere(1, "04"),
                        everywhere(10, "0006 001d 0017 0018"),
                        everywhere(11, "03 00 01 02"),
                        everywhere(13, "0004 0804 0403"),
                        at(16, Site.CLIENT_HELLO, "000c 02 6832 08 687474702f312e31"),
                        at(16, Site.SERVER_HELLO_12, "0003 02 6832"),
                        at(16, Site.ENCRYPTED_EXTENSIONS, "0003 02 6832"),
                        everywhere(21, "0000 00"),
                        everywhere(22, ""),
                        everywhere(23, ""),
                        everywhere(28, "4001"),
                        everywhere(35, "0102"),
                        // Two identities of one and two bytes, two binders.
                        at(
                                41,
                                Site.CLIENT_HELLO,
                                "000f 0001 61 01020304 0002 6263 00000000 0043 20" + "ab".repeat(32) + "21"
                                        + "cd".repeat(33)),
                        at(41, Site.SERVER_HELLO_13, "0001"),
                        at(42, Site.CLIENT_HELLO, ""),
                        at(42, Site.ENCRYPTED_EXTENSIONS, ""),
                        at(42, Site.NEW_SESSION_TICKET, "00004000"),
                        at(43, Site.CLIENT_HELLO, "04 0304 0303"),
                        at(43, Site.SERVER_HELLO_13, "0304"),
                        at(43, Site.HELLO_RETRY_REQUEST, "0304"),
                        everywhere(44, "0003 010203"),
                        everywhere(45, "02 00 01"),
                        // C=US and O=Dovetail, each a name of its own.
                        everywhere(
                                47,
                                "0028 000f 300d310b3009060355040613025553 0015 3013311130 0f060355040a1308446f76657461696c"),
                        everywhere(49, ""),
                        everywhere(50, "0004 0804 0401"),
                        at(51, Site.CLIENT_HELLO, "000e 001d 0003 010203 0017 0003 040506"),
                        at(51, Site.SERVER_HELLO_13, "001d 0003 010203"),
                        at(51, Site.HELLO_RETRY_REQUEST, "0017"),
                        everywhere(0xff01, "00"),
                        everywhere(0xff01, "02 0102"))
                .flatMap(examples -> examples);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void writesWhatItRead(Example example) {
        assertThat(rewritten(example.codec(), example.site(), example.bytes())).isEqualTo(example.bytes());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void refusesEveryPrefix(Example example) {
        byte[] whole = example.bytes();
        for (int length = 0; length < whole.length; length++) {
            byte[] prefix = Arrays.copyOf(whole, length);
            // What nobody looks into has no form that could be broken.
            if (isFormless(example.codec())) continue;
            TlsFault fault =
                    catchThrowableOfType(TlsFault.class, () -> rewritten(example.codec(), example.site(), prefix));
            assertThat(fault)
                    .as("the first %d of %d bytes", length, whole.length)
                    .isNotNull();
            assertThat(fault.fault())
                    .as("the first %d of %d bytes", length, whole.length)
                    .isEqualTo(Fault.DECODE_ERROR);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void leavesAByteBehindItsValueToBeNoticed(Example example) {
        if (isFormless(example.codec())) return;
        byte[] longer = Arrays.copyOf(example.bytes(), example.bytes().length + 1);
        TlsFault fault = catchThrowableOfType(TlsFault.class, () -> rewritten(example.codec(), example.site(), longer));
        assertThat(fault).isNotNull();
        assertThat(fault.fault()).isEqualTo(Fault.DECODE_ERROR);
    }

    @ParameterizedTest
    @CsvSource({
        "no identity, 0000 0021 20 %s",
        "no binder, 0007 0001 61 00000000 0000",
        "an identity without bytes, 0006 0000 00000000 0021 20 %s",
        "a binder that is too short, 0007 0001 61 00000000 0021 1f %s"
    })
    void refusesAnOfferOfKeysThatIsTooSmall(String what, String digits) {
        byte[] offer = Hex.bytes(String.format(digits, "ab".repeat(32)));
        TlsFault fault = catchThrowableOfType(
                TlsFault.class, () -> rewritten(PreSharedKeyExtension.INSTANCE, Site.CLIENT_HELLO, offer));
        assertThat(fault).as(what).isNotNull();
        assertThat(fault.fault()).as(what).isEqualTo(Fault.DECODE_ERROR);
    }

    /** RFC 8446 4.2.4: names are hints, so one that is no DER, or has something behind it, is nobody's misfortune. */
    @Test
    void leavesOutNamesOfAuthoritiesThatAreNone() {
        byte[] names = Hex.bytes("001f 0003 ff00aa 0005 3003310101" + "000f 300d310b3009060355040613025553 00");
        byte[] whole = Arrays.copyOf(names, names.length - 1);
        whole[1] = (byte) (whole.length - 2);
        WireReader in = WireReader.of(whole, "certificate_authorities");
        assertThat(CertificateAuthoritiesExtension.INSTANCE.read(Site.CLIENT_HELLO, in))
                .containsExactly(new X500Principal("C=US"));
        in.done();
    }

    @Test
    void thereIsAnExampleForEveryCodecAndPlace() {
        Set<String> wanted = new HashSet<>();
        IntStream.range(0, 0x10000)
                .mapToObj(CODECS::find)
                .flatMap(codec -> codec.stream())
                .forEach(codec -> codec.sites().forEach(site -> wanted.add(codec.code() + " " + site)));
        Set<String> found = new HashSet<>();
        examples().forEach(example -> found.add(example.codec().code() + " " + example.site()));
        assertThat(found).isEqualTo(wanted);
    }

    private static boolean isFormless(ExtensionCodec<?> codec) {
        return codec instanceof OpaqueExtension || codec instanceof PaddingExtension;
    }

    private static <V> byte[] rewritten(ExtensionCodec<V> codec, Site site, byte[] bytes) {
        WireReader in = WireReader.of(bytes, codec.name());
        V value = codec.read(site, in);
        in.done();
        WireWriter out = WireWriter.of(codec.name());
        codec.write(site, value, out);
        return out.toBytes();
    }

    private static Stream<Example> at(int code, Site site, String digits) {
        return Stream.of(new Example(CODECS.find(code).orElseThrow(), site, digits));
    }

    private static Stream<Example> everywhere(int code, String digits) {
        return CODECS.find(code).orElseThrow().sites().stream().sorted().flatMap(site -> at(code, site, digits));
    }
}
