package dev.dovetail.tls.suites.integrity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.event.TlsEvent;
import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.testkit.Hex;
import dev.dovetail.tls.testkit.Loopback;
import dev.dovetail.tls.testkit.Pairing;
import dev.dovetail.tls.testkit.WireRecord;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * RFC 9150 has no vectors. So the rule of its section 5, {@code TLSInnerPlaintext || HMAC(write_key, nonce ||
 * additional_data || TLSInnerPlaintext)}, is written down here a second time, beside answers of RFC 4231.
 */
class Rfc9150VectorTest {

    /** RFC 4231 4.7 and 4.4: a message cut into nonce, additional data, content and suffix has the published HMAC. */
    @ParameterizedTest
    @CsvSource({
        "HmacSHA256, 32, 773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe",
        "HmacSHA384, 48, 88062608d3e6ad8a0aa2ace014c8a86f0aa635d947ac9febe83ef4e55966144b2a5ab39dc13814b94e3ab6e101a34f27"
    })
    void isTheHmacOfNonceDataAndText(String algorithm, int length, String published) throws Exception {
        byte[] message = new byte[50];
        Arrays.fill(message, (byte) 0xdd);
        // RFC 4231 4.4 has a key of 20 bytes; HMAC fills it up with zeros.
        byte[] key = new byte[length];
        Arrays.fill(key, 0, 20, (byte) 0xaa);
        assertThat(hmac(algorithm, key, message)).isEqualTo(Hex.bytes(published));

        byte[] nonce = Arrays.copyOf(message, length);
        byte[] text = Arrays.copyOfRange(message, length + 1, 50);
        byte[] sealed = new byte[text.length + length];
        try (Secret secret = Secret.of(key);
                AeadCipher.Sealer sealer = cipher(length).sealer(secret)) {
            int suffix = Math.min(3, text.length);
            int written = sealer.seal(
                    nonce,
                    new byte[] {(byte) 0xdd, 1, 2},
                    1,
                    text,
                    0,
                    text.length - suffix,
                    Arrays.copyOfRange(text, text.length - suffix, text.length),
                    suffix,
                    sealed,
                    0);
            assertThat(written).isEqualTo(sealed.length);
        }
        assertThat(Arrays.copyOf(sealed, text.length)).isEqualTo(text);
        assertThat(Arrays.copyOfRange(sealed, text.length, sealed.length)).isEqualTo(Hex.bytes(published));
    }

    /** The records of a connection, made again from its traffic secrets: RFC 8446 7.3 and 5.3, RFC 9150 5 and 6. */
    @ParameterizedTest
    @CsvSource({"TLS_SHA256_SHA256, HmacSHA256, 32", "TLS_SHA384_SHA384, HmacSHA384, 48"})
    void makesTheRecordsOfTheRfc(String suite, String algorithm, int length) throws Exception {
        Pairing pairing = Pairing.of(
                Selection.compatible(Catalog.discover()).suites(suite).groups("x25519"));
        try (Loopback loopback = Loopback.between(
                        pairing.client().insecureSecretsInEvents(),
                        pairing.server().insecureSecretsInEvents())
                .handshake()) {
            byte[] traffic = secret(loopback, "CLIENT_TRAFFIC_SECRET_0");
            byte[] key = expandLabel(algorithm, traffic, "key", length);
            byte[] iv = expandLabel(algorithm, traffic, "iv", length);
            int before = loopback.client().sent().length;
            loopback.exchange(Role.CLIENT, "open the points".getBytes(UTF_8));
            loopback.exchange(Role.CLIENT, "close the points".getBytes(UTF_8));
            byte[] sent = loopback.client().sent();
            List<byte[]> records = WireRecord.split(Arrays.copyOfRange(sent, before, sent.length));
            assertThat(records).hasSize(2);
            assertThat(records.get(0)).isEqualTo(record(algorithm, key, iv, 0, "open the points"));
            assertThat(records.get(1)).isEqualTo(record(algorithm, key, iv, 1, "close the points"));
        }
    }

    private static byte[] record(String algorithm, byte[] key, byte[] iv, int sequence, String text)
            throws GeneralSecurityException {
        byte[] inner = join(text.getBytes(UTF_8), new byte[] {23});
        int fragment = inner.length + iv.length;
        byte[] header = {23, 3, 3, (byte) (fragment >>> 8), (byte) fragment};
        byte[] nonce = iv.clone();
        nonce[nonce.length - 1] ^= (byte) sequence;
        return join(header, inner, hmac(algorithm, key, join(nonce, header, inner)));
    }

    private static byte[] secret(Loopback loopback, String label) {
        return loopback.client().events(TlsEvent.SecretDerived.class).stream()
                .filter(one -> one.label().equals(label))
                .findFirst()
                .orElseThrow()
                .value()
                .orElseThrow()
                .with(byte[]::clone);
    }

    /** RFC 8446 7.1, for no more bytes than one block of HMAC gives. */
    private static byte[] expandLabel(String algorithm, byte[] secret, String label, int length)
            throws GeneralSecurityException {
        byte[] name = ("tls13 " + label).getBytes(US_ASCII);
        byte[] info = join(new byte[] {0, (byte) length, (byte) name.length}, name, new byte[] {0, 1});
        return Arrays.copyOf(hmac(algorithm, secret, info), length);
    }

    private static AeadCipher cipher(int length) {
        return length == 32 ? new IntegritySha256() : new IntegritySha384();
    }

    private static byte[] hmac(String algorithm, byte[] key, byte[] message) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(key, algorithm));
        return mac.doFinal(message);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) all.writeBytes(part);
        return all.toByteArray();
    }
}
