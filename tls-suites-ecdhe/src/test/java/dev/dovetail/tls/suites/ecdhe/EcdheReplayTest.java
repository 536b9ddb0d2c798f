package dev.dovetail.tls.suites.ecdhe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import dev.dovetail.tls.testkit.FixedRandom;
import dev.dovetail.tls.testkit.Hex;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** The key exchange of "The Illustrated TLS 1.2 Connection" again, with its ephemeral keys, byte for byte. */
class EcdheReplayTest {

    private static final byte[] SERVER_KEY = counted(0x90, 32);
    private static final byte[] CLIENT_KEY = counted(0x20, 32);
    private static final byte[] CLIENT_RANDOM = counted(0x00, 32);
    private static final byte[] SERVER_RANDOM = counted(0x70, 32);

    /** From its key log. */
    private static final byte[] MASTER_SECRET = Hex.bytes(
            "916abf9da55973e13614ae0a3f5d3f37b023ba129aee02cc9134338127cd7049781c8e19fc1eb2a7387ac06ae237344c");

    // Behind the headers of record and message.
    private static final int BODY = 9;
    private static final int PARAMS = 4 + 32;

    @Test
    void playsTheServer() throws Exception {
        byte[] recorded = record("serverkeyexchange.bin");
        try (KeyExchange.Server server = new EcdheKeyExchange().server(lent(SERVER_KEY))) {
            WireWriter params = WireWriter.of("ServerKeyExchange");
            server.writeParams(params);
            assertThat(params.toBytes()).isEqualTo(Arrays.copyOfRange(recorded, BODY, BODY + PARAMS));
            WireReader in = body("clientkeyexchange.bin");
            try (Secret premaster = server.premaster(in)) {
                in.done();
                assertThat(master(premaster)).isEqualTo(MASTER_SECRET);
            }
        }
    }

    @Test
    void playsTheClient() throws Exception {
        byte[] recorded = record("clientkeyexchange.bin");
        try (KeyExchange.Client client = new EcdheKeyExchange().client(lent(CLIENT_KEY))) {
            client.readParams(body("serverkeyexchange.bin"));
            WireWriter out = WireWriter.of("ClientKeyExchange");
            try (Secret premaster = client.premaster(out)) {
                assertThat(out.toBytes()).isEqualTo(Arrays.copyOfRange(recorded, BODY, recorded.length));
                assertThat(master(premaster)).isEqualTo(MASTER_SECRET);
            }
        }
    }

    private static Lent lent(byte[] key) {
        return new Lent(List.of(new BouncyCastleX25519()), new FixedRandom(key));
    }

    private static WireReader body(String file) throws IOException {
        byte[] record = record(file);
        return WireReader.of(Arrays.copyOfRange(record, BODY, record.length), file);
    }

    /** RFC 5246 8.1 and 5: two blocks of P_SHA256, cut to 48 bytes. */
    private static byte[] master(Secret premaster) throws GeneralSecurityException {
        byte[] key = premaster.with(byte[]::clone);
        byte[] seed = joined("master secret".getBytes(StandardCharsets.US_ASCII), CLIENT_RANDOM, SERVER_RANDOM);
        byte[] a1 = hmac(key, seed);
        byte[] a2 = hmac(key, a1);
        return Arrays.copyOf(joined(hmac(key, joined(a1, seed)), hmac(key, joined(a2, seed))), 48);
    }

    private static byte[] hmac(byte[] key, byte[] data) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(data);
    }

    private static byte[] joined(byte[]... pieces) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] piece : pieces) out.writeBytes(piece);
        return out.toByteArray();
    }

    private static byte[] counted(int first, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) bytes[i] = (byte) (first + i);
        return bytes;
    }

    private static byte[] record(String file) throws IOException {
        try (InputStream in = EcdheReplayTest.class.getResourceAsStream("/illustrated-tls12/" + file)) {
            assertThat(in).isNotNull();
            return in.readAllBytes();
        }
    }
}
