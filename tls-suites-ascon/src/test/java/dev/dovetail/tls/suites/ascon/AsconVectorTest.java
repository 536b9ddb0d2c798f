package dev.dovetail.tls.suites.ascon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.AeadCipher.Opener;
import dev.dovetail.tls.api.spi.AeadCipher.Sealer;
import dev.dovetail.tls.testkit.Hex;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Known answers of the authors' reference implementation; ascon-c/SOURCE.txt says which of them. */
class AsconVectorTest {

    private static final String FILE = "/ascon-c/LWC_AEAD_KAT_128_128_some.txt";

    @Test
    void coversTheLengthsAroundTheRate() throws IOException {
        assertThat(answers()).hasSize(19);
        assertThat(answers()).extracting(answer -> bytes(answer, "PT").length).contains(0, 1, 15, 16, 17, 32);
        assertThat(answers()).extracting(answer -> bytes(answer, "AD").length).contains(0, 1, 15, 16, 17, 32);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void sealsAndOpens(Map<String, String> answer) {
        byte[] text = bytes(answer, "PT");
        byte[] extra = bytes(answer, "AD");
        byte[] nonce = bytes(answer, "Nonce");
        byte[] out = new byte[text.length + AsconAead128.TAG];
        try (Secret key = Secret.of(bytes(answer, "Key"));
                Sealer sealer = new AsconAead128().sealer(key);
                Opener opener = new AsconAead128().opener(key)) {
            int length = sealer.seal(nonce, extra, extra.length, text, 0, text.length, new byte[0], 0, out, 0);
            assertThat(length).isEqualTo(out.length);
            assertThat(out).isEqualTo(bytes(answer, "CT"));
            byte[] opened = new byte[text.length];
            assertThat(opener.open(nonce, extra, extra.length, out, 0, out.length, opened, 0))
                    .isEqualTo(text.length);
            assertThat(opened).isEqualTo(text);
        }
    }

    private static byte[] bytes(Map<String, String> answer, String name) {
        return Hex.bytes(answer.get(name));
    }

    private static List<Map<String, String>> answers() throws IOException {
        try (InputStream in = AsconVectorTest.class.getResourceAsStream(FILE)) {
            assertThat(in).as(FILE).isNotNull();
            List<Map<String, String>> answers = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.US_ASCII).split("\n")) {
                String[] parts = line.split(" = ?", 2);
                if (parts[0].equals("Count")) answers.add(new HashMap<>());
                if (parts.length == 2) answers.get(answers.size() - 1).put(parts[0], parts[1]);
            }
            return answers;
        }
    }
}
