package dev.dovetail.tls.provider.accp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import dev.dovetail.tls.testkit.SeededRandom;
import dev.dovetail.tls.testkit.Wycheproof;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Optional;
import javax.crypto.Cipher;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Wycheproof's RSAES-PKCS1-v1_5. None of its messages is a premaster secret, good or bad as their padding may be: so all
 * of them have to look alike, and yield the random one.
 */
class AccpRsaDecryptionVectorTest {

    private static final int VERSION = 0x0303;

    private final Wycheproof file =
            Wycheproof.load(AccpRsaDecryptionVectorTest.class, "/wycheproof/rsa_pkcs1_2048_test.json");

    @BeforeAll
    static void needsTheProvider() {
        Here.isAccp();
    }

    @Test
    void goesOnWithTheSubstituteForEveryVector() {
        byte[] substitute = RsaClient.premaster(VERSION, new SeededRandom(3));
        file.verify(67, vector -> assertThat(premaster(vector)).isEqualTo(substitute));
    }

    /** Makes sure that the test above refuses for the message and not for want of decryption. */
    @Test
    void decryptsThoseThatAreValid() {
        file.vectors(Wycheproof.Vector::isValid).verify(42, vector -> {
            Cipher cipher = Cipher.getInstance(RsaServer.TRANSFORMATION, Accp.provider());
            cipher.init(Cipher.DECRYPT_MODE, key(vector));
            byte[] encoded = cipher.doFinal(vector.bytes("ct"));
            assertThat(encoded).hasSize(256).startsWith(0, 2).endsWith(vector.bytes("msg"));
            assertThat(vector.bytes("msg").length).isNotEqualTo(EncodedPremaster.LENGTH);
        });
    }

    private static byte[] premaster(Wycheproof.Vector vector) throws Exception {
        byte[] message = WireWriter.of("ClientKeyExchange")
                .block("it", 2, vector.bytes("ct"))
                .toBytes();
        Lent lent = new Lent(VERSION, Optional.of(key(vector)), Optional.empty(), new SeededRandom(3));
        try (KeyExchange.Server server = new AccpRsaKeyExchange().server(lent);
                Secret premaster = server.premaster(WireReader.of(message, "ClientKeyExchange"))) {
            return premaster.with(byte[]::clone);
        }
    }

    private static PrivateKey key(Wycheproof.Vector vector) throws GeneralSecurityException {
        byte[] encoded = vector.group().bytes("privateKeyPkcs8");
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }
}
