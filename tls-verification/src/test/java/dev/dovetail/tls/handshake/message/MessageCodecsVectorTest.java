package dev.dovetail.tls.handshake.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.testkit.Hex;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every handshake message that has a codec: read, written again, cut short at every byte, with something behind. */
class MessageCodecsVectorTest {

    private static final String RANDOM = "00112233445566778899aabbccddeeff".repeat(2);
    private static final String RETRY = "cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c";

    /**
     * A message.
     *
     * @param name for people
     * @param type its number
     * @param rewriting reads it and writes it
     * @param body its body
     * @param ends lengths of prefixes that are whole messages themselves
     */
    record Example(String name, int type, UnaryOperator<byte[]> rewriting, String body, List<Integer> ends) {

        byte[] bytes() {
            byte[] content = Hex.bytes(body);
            byte[] message = new byte[4 + content.length];
            message[0] = (byte) type;
            message[2] = (byte) (content.length >>> 8);
            message[3] = (byte) content.length;
            System.arraycopy(content, 0, message, 4, content.length);
            return message;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Example> examples() {
        return Stream.of(
                tls12(
                        "ClientHello of TLS 1.2",
                        1,
                        "0303" + RANDOM + "02 0102 0004 c02f 00ff 02 01 00" + "0004 0017 0000",
                        2 + 32 + 3 + 6 + 3),
                tls12("ClientHello without extensions", 1, "0303" + RANDOM + "00 0002 c02f 01 00"),
                tls13(
                        "ClientHello of TLS 1.3",
                        1,
                        "0303" + RANDOM + "20" + RANDOM + "0002 1301 01 00"
                                + "0023 002b 0003 02 0304 000a 0004 0002 001d 000d 0004 0002 0804 0033 0008 0006 001d 0002 0102",
                        2 + 32 + 33 + 4 + 2),
                tls12("ServerHello of TLS 1.2", 2, "0303" + RANDOM + "01 aa c02f 00 0005 ff01 0001 00", 2 + 32 + 2 + 3),
                tls12("ServerHello without extensions", 2, "0303" + RANDOM + "00 c02f 00"),
                tls13(
                        "ServerHello of TLS 1.3",
                        2,
                        "0303" + RANDOM + "00 1301 00 0010 0033 0006 001d 0002 0102 002b 0002 0304",
                        2 + 32 + 1 + 3),
                tls13(
                        "HelloRetryRequest",
                        2,
                        "0303" + RETRY + "00 1301 00 0013 0033 0002 0017 002c 0003 0001 aa 002b 0002 0304",
                        2 + 32 + 1 + 3),
                tls13("NewSessionTicket", 4, "0000001e fad6aac5 02 0000 0003 aabbcc 0008 002a 0004 00000400"),
                tls13("EncryptedExtensions", 8, "000e 000a 0004 0002 001d 001c 0002 4001"),
                tls13("EncryptedExtensions without extensions", 8, "0000"),
                tls12("Certificate of TLS 1.2", 11, "00000b 000003 010203 000002 0405"),
                tls12("empty Certificate of TLS 1.2", 11, "000000"),
                tls13("Certificate of TLS 1.3", 11, "02 abcd 000013 000003 010203 0000 000002 0405 0004 1a1a 0000"),
                tls13("empty Certificate of TLS 1.3", 11, "00 000000"),
                tls12(
                        "CertificateRequest of TLS 1.2",
                        13,
                        "02 01 40 0004 0804 0403 0011 000f 300d310b3009060355040613025553"),
                tls12("CertificateRequest of TLS 1.2 without names", 13, "01 40 0002 0403 0000"),
                tls13("CertificateRequest of TLS 1.3", 13, "01 ab 0008 000d 0004 0002 0804"),
                tls12("CertificateVerify", 15, "0804 0003 010203"),
                tls13("Finished", 20, RANDOM),
                tls12("Finished of TLS 1.2", 20, "0102030405060708090a0b0c"),
                tls13("KeyUpdate that asks", 24, "01"),
                tls13("KeyUpdate that does not ask", 24, "00"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void writesWhatItRead(Example example) {
        assertThat(example.rewriting().apply(example.bytes())).isEqualTo(example.bytes());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void refusesEveryPrefix(Example example) {
        byte[] whole = example.bytes();
        for (int length = 0; length < whole.length - 4; length++) {
            byte[] prefix = Arrays.copyOf(whole, 4 + length);
            TlsFault fault = catchThrowableOfType(TlsFault.class, () -> read(example, prefix, whole.length - 4));
            if (example.ends().contains(length)) {
                assertThat(fault).as("the first %d bytes are a message", length).isNull();
                continue;
            }
            assertThat(fault).as("the first %d bytes of the body", length).isNotNull();
            assertThat(fault.fault())
                    .as("the first %d bytes of the body: %s", length, fault.getMessage())
                    .isEqualTo(Fault.DECODE_ERROR);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void refusesAByteBehindTheMessage(Example example) {
        byte[] whole = example.bytes();
        byte[] longer = Arrays.copyOf(whole, whole.length + 1);
        TlsFault fault = catchThrowableOfType(TlsFault.class, () -> read(example, longer, whole.length - 4));
        assertThat(fault).isNotNull();
        assertThat(fault.fault()).isEqualTo(Fault.DECODE_ERROR);
    }

    @Test
    void helloRequestIsEmpty() {
        assertThat(HelloRequest.is(new HandshakeMessage(new byte[4], null))).isTrue();
        HandshakeMessage longer = new HandshakeMessage(new byte[5], null);
        TlsFault fault = catchThrowableOfType(TlsFault.class, () -> HelloRequest.is(longer));
        assertThat(fault).isNotNull();
        assertThat(fault.fault()).isEqualTo(Fault.DECODE_ERROR);
    }

    private static void read(Example example, byte[] message, int bodyLength) {
        // The length of a Finished is told by the suite, not by the message.
        if (example.type() == HandshakeType.FINISHED) Finished.read(new HandshakeMessage(message, null), bodyLength);
        else example.rewriting().apply(message);
    }

    private static Example tls12(String name, int type, String body, Integer... ends) {
        return new Example(name, type, Rewritten::tls12, body, List.of(ends));
    }

    private static Example tls13(String name, int type, String body, Integer... ends) {
        return new Example(name, type, Rewritten::tls13, body, List.of(ends));
    }
}
