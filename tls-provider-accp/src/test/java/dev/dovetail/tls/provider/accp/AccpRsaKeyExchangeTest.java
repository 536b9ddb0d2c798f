package dev.dovetail.tls.provider.accp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import dev.dovetail.tls.testkit.SeededRandom;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Security;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccpRsaKeyExchangeTest {

    private static final KeyPair PAIR = pair("RSA", 2048);

    private final AccpRsaKeyExchange exchange = new AccpRsaKeyExchange();

    @BeforeAll
    static void needsTheProvider() {
        Here.isAccp();
    }

    @Test
    void hasNoParametersAndDecrypts() {
        assertThat(exchange.params()).isEqualTo(KeyExchange.Params.NONE);
        assertThat(exchange.groups()).isEmpty();
        assertThat(exchange.decrypts()).isTrue();
    }

    @Test
    void fitsRsaKeysThatMayEncrypt() {
        assertThat(exchange.fits(PAIR.getPublic())).isTrue();
        assertThat(exchange.fits(pair("RSA", 512).getPublic())).isTrue();
        assertThat(exchange.fits(pair("RSASSA-PSS", 2048).getPublic())).isFalse();
        assertThat(exchange.fits(pair("EC", 256).getPublic())).isFalse();
        assertThat(exchange.fits(pair("Ed25519", 255).getPublic())).isFalse();
    }

    // 1023 bits: the modulus has fewer bits than its bytes hold.
    @ParameterizedTest
    @ValueSource(ints = {512, 1023, 1024, 2048})
    void agreesOnOnePremaster(int bits) throws IllegalShareException {
        KeyPair pair = pair("RSA", bits);
        int length = (bits + 7) / 8;
        try (KeyExchange.Client client = exchange.client(Lent.of(pair));
                KeyExchange.Server server = exchange.server(Lent.of(pair))) {
            WireWriter out = WireWriter.of("ClientKeyExchange");
            try (Secret clients = client.premaster(out)) {
                assertThat(clients.length()).isEqualTo(48);
                assertThat(out.toBytes()).hasSize(2 + length).startsWith(length >>> 8, length);
                WireReader in = sent(out.toBytes());
                try (Secret servers = server.premaster(in)) {
                    in.done();
                    assertThat((boolean) servers.with(clients::matches)).isTrue();
                }
            }
        }
    }

    /** RFC 5246 7.4.7.1: the version of the ClientHello, not the one that was negotiated. */
    @Test
    void carriesTheVersionThatWasOffered() throws IllegalShareException {
        byte[] premaster = exchanged(0x0301, 0x0301);
        assertThat(premaster).startsWith(3, 1);
    }

    @Test
    void goesOnWithSomethingElseIfTheVersionIsAnother() throws IllegalShareException {
        WireWriter out = WireWriter.of("ClientKeyExchange");
        try (KeyExchange.Client client = exchange.client(Lent.of(PAIR, 0x0301));
                KeyExchange.Server server = exchange.server(Lent.of(PAIR, 0x0303));
                Secret clients = client.premaster(out);
                Secret servers = server.premaster(sent(out.toBytes()))) {
            assertThat(servers.length()).isEqualTo(48);
            assertThat((boolean) servers.with(clients::matches)).isFalse();
        }
    }

    @Test
    void goesOnWithARandomPremasterWhateverTheCiphertextIs() throws Exception {
        byte[] modulus = unsigned(((RSAPublicKey) PAIR.getPublic()).getModulus().toByteArray());
        byte[] ones = new byte[256];
        Arrays.fill(ones, (byte) 0xff);
        byte[] one = new byte[256];
        one[255] = 1;
        byte[] good = encrypted(new byte[48]);
        byte[][] wrong = {
            new byte[0],
            new byte[1],
            new byte[255],
            new byte[256],
            new byte[257],
            ones,
            one,
            modulus,
            Arrays.copyOf(good, 255),
            Arrays.copyOf(good, 257),
            encrypted(new byte[0]),
            encrypted(new byte[47]),
            encrypted(new byte[48]),
            encrypted(new byte[49])
        };
        for (byte[] ciphertext : wrong) {
            byte[] first = substitute(ciphertext, 1);
            // The random bytes of the seed and nothing of the message.
            assertThat(first).hasSize(48).startsWith(3, 3).isEqualTo(substitute(ciphertext, 1));
            assertThat(first).isNotEqualTo(substitute(ciphertext, 2));
            assertThat(first).isEqualTo(RsaClient.premaster(0x0303, new SeededRandom(1)));
        }
    }

    /** Encodings that no library makes: raw exponentiation of the bytes of RFC 8017 7.2.1, each wrong in one place. */
    @Test
    void goesOnWithARandomPremasterWhateverIsWrongWithThePadding() throws Exception {
        byte[] message = RsaClient.premaster(0x0303, new SeededRandom(7));
        byte[] encoded = new byte[256];
        Arrays.fill(encoded, (byte) 0xa7);
        encoded[0] = 0;
        encoded[1] = 2;
        encoded[256 - 49] = 0;
        System.arraycopy(message, 0, encoded, 256 - 48, 48);
        assertThat(substitute(raised(encoded, -1, 0), 1)).isEqualTo(message);

        byte[] random = RsaClient.premaster(0x0303, new SeededRandom(1));
        byte[][] wrong = {
            raised(encoded, 1, 1), // block type
            raised(encoded, 2, 0), // zero in the padding, first,
            raised(encoded, 100, 0), // somewhere,
            raised(encoded, 256 - 50, 0), // last
            raised(encoded, 256 - 49, 0xa7), // no separator
            raised(encoded, 256 - 48, 2), // major version
            raised(encoded, 256 - 47, 2) // minor version
        };
        for (byte[] ciphertext : wrong) assertThat(substitute(ciphertext, 1)).isEqualTo(random);
    }

    /** Time is not for tests to measure; that there is a decryption each time is. */
    @Test
    void decryptsSomethingWhateverTheCiphertextIs() throws Exception {
        DeviceDecryption device = new DeviceDecryption();
        Security.addProvider(device);
        try {
            PrivateKey handle = device.key(PAIR);
            byte[] modulus =
                    unsigned(((RSAPublicKey) PAIR.getPublic()).getModulus().toByteArray());
            byte[][] ciphertexts = {
                encrypted(new byte[48]), modulus, new byte[0], new byte[255], new byte[256], new byte[257]
            };
            for (int i = 0; i < ciphertexts.length; i++) {
                Lent lent = new Lent(0x0303, Optional.of(handle), Optional.empty(), new SeededRandom(1));
                try (KeyExchange.Server server = exchange.server(lent);
                        Secret premaster = server.premaster(sent(block(ciphertexts[i])))) {
                    byte[] random = RsaClient.premaster(0x0303, new SeededRandom(1));
                    assertThat(premaster.matches(random)).isTrue();
                }
                assertThat(device.decryptions()).isEqualTo(i + 1);
            }
        } finally {
            Security.removeProvider(device.getName());
        }
    }

    private static byte[] raised(byte[] encoded, int at, int value) throws GeneralSecurityException {
        byte[] changed = encoded.clone();
        if (at >= 0) changed[at] = (byte) value;
        Cipher cipher = Cipher.getInstance("RSA/ECB/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, PAIR.getPublic());
        return cipher.doFinal(changed);
    }

    @Test
    void decryptsACiphertextOfTheModulusLengthOnly() throws Exception {
        byte[] message = RsaClient.premaster(0x0303, new SeededRandom(7));
        byte[] ciphertext = encrypted(message);
        assertThat(substitute(ciphertext, 1)).isEqualTo(message);
        // With a zero in front it is the same number, and still no ciphertext of this key.
        byte[] longer = new byte[257];
        System.arraycopy(ciphertext, 0, longer, 1, 256);
        assertThat(substitute(longer, 1)).isNotEqualTo(message);
    }

    @Test
    void refusesAMessageThatIsNotOne() {
        try (KeyExchange.Server server = exchange.server(Lent.of(PAIR))) {
            for (byte[] body : new byte[][] {{}, {1}, {1, 0}, {0, 2, 7}}) {
                assertThatExceptionOfType(TlsFault.class)
                        .isThrownBy(() -> server.premaster(sent(body)))
                        .satisfies(fault -> assertThat(fault.fault()).isEqualTo(Fault.DECODE_ERROR));
            }
        }
    }

    @Test
    void refusesAServerKeyExchange() {
        try (KeyExchange.Client client = exchange.client(Lent.of(PAIR));
                KeyExchange.Server server = exchange.server(Lent.of(PAIR))) {
            assertThatExceptionOfType(TlsFault.class)
                    .isThrownBy(() -> client.readParams(sent(new byte[3])))
                    .satisfies(fault -> assertThat(fault.fault()).isEqualTo(Fault.MESSAGE_UNEXPECTED));
            assertThatThrownBy(() -> server.writeParams(WireWriter.of("ServerKeyExchange")))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void saysThatAKeyCannotDecrypt() {
        PrivateKey opaque = new PrivateKey() {
            private static final long serialVersionUID = 1L;

            @Override
            public String getAlgorithm() {
                return "RSA";
            }

            @Override
            public String getFormat() {
                return null;
            }

            @Override
            public byte[] getEncoded() {
                return null;
            }
        };
        for (PrivateKey key : new PrivateKey[] {opaque, pair("EC", 256).getPrivate()}) {
            Lent lent = new Lent(0x0303, Optional.of(key), Optional.empty(), new SeededRandom(1));
            assertThatExceptionOfType(TlsFault.class)
                    .isThrownBy(() -> exchange.server(lent).premaster(sent(block(new byte[256]))))
                    .satisfies(fault -> assertThat(fault.fault()).isEqualTo(Fault.CONFIGURATION));
        }
    }

    @Test
    void saysThatAServersKeyCannotEncrypt() {
        assertThatExceptionOfType(TlsFault.class)
                .isThrownBy(() -> exchange.client(Lent.of(pair("EC", 256))).premaster(WireWriter.of("Sent")))
                .satisfies(fault -> assertThat(fault.fault()).isEqualTo(Fault.CERTIFICATE_UNFIT));
    }

    private byte[] exchanged(int clientVersion, int serverVersion) throws IllegalShareException {
        WireWriter out = WireWriter.of("ClientKeyExchange");
        try (KeyExchange.Client client = exchange.client(Lent.of(PAIR, clientVersion));
                KeyExchange.Server server = exchange.server(Lent.of(PAIR, serverVersion));
                Secret clients = client.premaster(out);
                Secret servers = server.premaster(sent(out.toBytes()))) {
            byte[] premaster = servers.with(byte[]::clone);
            assertThat(clients.matches(premaster)).isTrue();
            return premaster;
        }
    }

    private byte[] substitute(byte[] ciphertext, long seed) throws IllegalShareException {
        Lent lent = new Lent(0x0303, Optional.of(PAIR.getPrivate()), Optional.empty(), new SeededRandom(seed));
        try (KeyExchange.Server server = exchange.server(lent);
                Secret premaster = server.premaster(sent(block(ciphertext)))) {
            return premaster.with(byte[]::clone);
        }
    }

    private static byte[] encrypted(byte[] message) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(Cipher.ENCRYPT_MODE, PAIR.getPublic());
        return cipher.doFinal(message);
    }

    private static byte[] block(byte[] ciphertext) {
        return WireWriter.of("ClientKeyExchange").block("it", 2, ciphertext).toBytes();
    }

    private static WireReader sent(byte[] body) {
        return WireReader.of(body, "ClientKeyExchange");
    }

    private static byte[] unsigned(byte[] number) {
        return number[0] == 0 ? Arrays.copyOfRange(number, 1, number.length) : number;
    }

    private static KeyPair pair(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
