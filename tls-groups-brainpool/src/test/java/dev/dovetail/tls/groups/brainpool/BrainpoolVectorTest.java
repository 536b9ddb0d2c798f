package dev.dovetail.tls.groups.brainpool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.api.spi.NamedGroup.Initiator;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.testkit.Hex;
import dev.dovetail.tls.testkit.Wycheproof;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The exchanges of RFC 8734, Appendix A, which are also those of RFC 7027, and Wycheproof's signatures. */
class BrainpoolVectorTest {

    @Test
    void agreesAsInTheRfcs() throws IOException, IllegalShareException {
        List<Map<String, String>> exchanges = exchanges();
        assertThat(exchanges).hasSize(3);
        for (Map<String, String> exchange : exchanges) {
            List<BrainpoolGroup> groups = Groups.of(exchange.get("curve"));
            assertThat(groups).hasSize(2);
            for (BrainpoolGroup group : groups) assertAgrees(group, exchange);
        }
    }

    @Test
    void verifiesSignaturesOnBrainpoolP256r1() {
        verify(new EcdsaBrainpoolP256r1Tls13Sha256(), "ecdsa_brainpoolP256r1_sha256_test", 485, 176);
    }

    @Test
    void verifiesSignaturesOnBrainpoolP384r1() {
        verify(new EcdsaBrainpoolP384r1Tls13Sha384(), "ecdsa_brainpoolP384r1_sha384_some", 10, 6);
    }

    @Test
    void verifiesSignaturesOnBrainpoolP512r1() {
        verify(new EcdsaBrainpoolP512r1Tls13Sha512(), "ecdsa_brainpoolP512r1_sha512_some", 9, 6);
    }

    private static void verify(SignatureScheme scheme, String name, int vectors, int valid) {
        Wycheproof file = Wycheproof.load(BrainpoolVectorTest.class, "/wycheproof/" + name + ".json");
        assertThat(file.vectors().stream().filter(Wycheproof.Vector::isValid)).hasSize(valid);
        file.verify(vectors, vector -> {
            PublicKey key =
                    scheme.publicKey(vector.group().bytes("publicKeyDer")).orElseThrow();
            assertThat(scheme.verify(key, vector.bytes("msg"), vector.bytes("sig")))
                    .isEqualTo(vector.isValid());
        });
    }

    private static void assertAgrees(BrainpoolGroup group, Map<String, String> exchange) throws IllegalShareException {
        try (Initiator a = group.pair(new BigInteger(exchange.get("dA"), 16));
                Initiator b = group.pair(new BigInteger(exchange.get("dB"), 16));
                Secret forA = a.decapsulate(b.share());
                Secret forB = b.decapsulate(a.share())) {
            assertThat(a.share()).isEqualTo(Hex.bytes("04" + exchange.get("x_qA") + exchange.get("y_qA")));
            assertThat(b.share()).isEqualTo(Hex.bytes("04" + exchange.get("x_qB") + exchange.get("y_qB")));
            assertThat(forA.matches(Hex.bytes(exchange.get("x_Z")))).isTrue();
            assertThat(forB.matches(Hex.bytes(exchange.get("x_Z")))).isTrue();
        }
    }

    private static List<Map<String, String>> exchanges() throws IOException {
        try (InputStream in = BrainpoolVectorTest.class.getResourceAsStream("/rfc8734/exchanges.txt")) {
            assertThat(in).isNotNull();
            List<Map<String, String>> exchanges = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList()) {
                String[] words = line.split(" ");
                if (words[0].equals("curve")) exchanges.add(new HashMap<>());
                exchanges.get(exchanges.size() - 1).put(words[0], words[1]);
            }
            return exchanges;
        }
    }
}
