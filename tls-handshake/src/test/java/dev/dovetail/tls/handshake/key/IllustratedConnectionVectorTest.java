package dev.dovetail.tls.handshake.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.handshake.message.ServerKeyExchange12;
import dev.dovetail.tls.handshake.testparts.JdkHash;
import dev.dovetail.tls.handshake.testparts.JdkMac;
import dev.dovetail.tls.handshake.testparts.LengthOnlyCbc;
import dev.dovetail.tls.handshake.testparts.TestBytes;
import dev.dovetail.tls.handshake.testparts.TestSuites;
import dev.dovetail.tls.record.TrafficKeys;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** A whole connection of others, without extended_master_secret: TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA over X25519. */
class IllustratedConnectionVectorTest {

    private static final int RECORD_HEADER = 5;
    private static final int FINISHED_LENGTH = 16;
    private static final int BLOCK = 16;

    @Test
    void derivesTheMasterSecretOfTheKeyLog() throws Exception {
        try (MasterSecret12 master = master()) {
            String[] line = new String(file("keylog.txt"), StandardCharsets.US_ASCII)
                    .strip()
                    .split(" ");
            assertThat(clientRandom()).isEqualTo(TestBytes.hex(line[1]));
            assertThat(TestBytes.of(master.secret())).isEqualTo(TestBytes.hex(line[2]));
        }
    }

    @Test
    void computesBothFinished() throws Exception {
        Transcript transcript = new Transcript();
        transcript.add(message("clienthello.bin"));
        transcript.use(JdkHash.sha256());
        for (String name : new String[] {"serverhello", "servercert", "serverkeyexchange", "serverhellodone"}) {
            transcript.add(message(name + ".bin"));
        }
        transcript.add(message("clientkeyexchange.bin"));
        try (MasterSecret12 master = master()) {
            byte[] clientFinished = Arrays.copyOf(file("clientfinishedplain.bin"), FINISHED_LENGTH);
            assertThat(master.clientFinished(transcript.hash())).isEqualTo(body(clientFinished));
            transcript.add(clientFinished);
            byte[] serverFinished = Arrays.copyOf(file("serverfinishedplain.bin"), FINISHED_LENGTH);
            assertThat(master.serverFinished(transcript.hash())).isEqualTo(body(serverFinished));
        }
    }

    @Test
    void cutsTheKeysThatOpenTheClientsFinished() throws Exception {
        try (MasterSecret12 master = master();
                KeyBlock12 keys = keys(master)) {
            assertOpens(keys.client(), "clientfinished.bin", "clientfinishedplain.bin");
        }
    }

    @Test
    void cutsTheKeysThatOpenTheServersFinished() throws Exception {
        try (MasterSecret12 master = master();
                KeyBlock12 keys = keys(master)) {
            assertOpens(keys.server(), "serverfinished.bin", "serverfinishedplain.bin");
        }
    }

    @Test
    void joinsWhatTheServerSigned() throws Exception {
        byte[] exchange = message("serverkeyexchange.bin");
        // Type and length, curve_type, namedcurve, a share of 32 bytes with its length; then scheme and signature.
        byte[] params = Arrays.copyOfRange(exchange, 4, 4 + 1 + 2 + 1 + 32);
        assertThat(Arrays.copyOfRange(exchange, 40, 42)).isEqualTo(TestBytes.hex("0401"));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(file("server.crt"))));
        signature.update(ServerKeyExchange12.signedContent(clientRandom(), serverRandom(), params));
        assertThat(signature.verify(Arrays.copyOfRange(exchange, 44, exchange.length)))
                .isTrue();
    }

    private static void assertOpens(TrafficKeys keys, String sealed, String plain) throws Exception {
        byte[] record = file(sealed);
        byte[] finished = Arrays.copyOf(file(plain), FINISHED_LENGTH);
        Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(TestBytes.of(keys.key()), "AES"),
                new IvParameterSpec(record, RECORD_HEADER, BLOCK));
        int start = RECORD_HEADER + BLOCK;
        byte[] opened = cipher.doFinal(record, start, record.length - start);
        assertThat(Arrays.copyOf(opened, FINISHED_LENGTH)).isEqualTo(finished);
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(TestBytes.of(keys.macKey()), "HmacSHA1"));
        mac.update(ByteBuffer.allocate(13)
                .putLong(0)
                .put((byte) 22)
                .putShort((short) 0x0303)
                .putShort((short) FINISHED_LENGTH)
                .array());
        assertThat(Arrays.copyOfRange(opened, FINISHED_LENGTH, FINISHED_LENGTH + 20))
                .isEqualTo(mac.doFinal(finished));
    }

    private static KeyBlock12 keys(MasterSecret12 master) {
        return master.keys(TestSuites.mac12(new LengthOnlyCbc(16), JdkMac.sha1(), JdkHash.sha256()));
    }

    private static MasterSecret12 master() throws Exception {
        KeyFactory keys = KeyFactory.getInstance("X25519");
        KeyAgreement agreement = KeyAgreement.getInstance("X25519");
        agreement.init(keys.generatePrivate(new PKCS8EncodedKeySpec(pem("client-ephemeral-private.key"))));
        agreement.doPhase(keys.generatePublic(new X509EncodedKeySpec(pem("server-ephemeral-public.key"))), true);
        try (Secret premaster = Secret.of(agreement.generateSecret())) {
            return MasterSecret12.of(JdkHash.sha256(), premaster, clientRandom(), serverRandom());
        }
    }

    private static byte[] clientRandom() {
        return Arrays.copyOfRange(message("clienthello.bin"), 6, 38);
    }

    private static byte[] serverRandom() {
        return Arrays.copyOfRange(message("serverhello.bin"), 6, 38);
    }

    private static byte[] message(String name) {
        byte[] record = file(name);
        return Arrays.copyOfRange(record, RECORD_HEADER, record.length);
    }

    private static byte[] body(byte[] message) {
        return Arrays.copyOfRange(message, 4, message.length);
    }

    private static byte[] pem(String name) {
        String text = new String(file(name), StandardCharsets.US_ASCII).replaceAll("-----[^-]+-----", "");
        return Base64.getMimeDecoder().decode(text);
    }

    private static byte[] file(String name) {
        return TestBytes.resource(IllustratedConnectionVectorTest.class, "illustrated-tls12/" + name);
    }
}
