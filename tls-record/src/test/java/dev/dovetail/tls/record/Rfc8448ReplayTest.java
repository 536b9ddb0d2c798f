package dev.dovetail.tls.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.catalog.UsableSuite;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The protected records of RFC 8448 section 3, sealed and opened byte for byte. */
class Rfc8448ReplayTest {

    private static final UsableSuite SUITE = Suites.tls13(JdkAead.aes128Gcm());

    /**
     * One key each: which step derives it, which actor's records it protects, and of which types they are. Records of
     * an actor are in order; {@code skip} passes by those that another key protects.
     */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "server, derive write traffic keys for handshake data:, server, 1, 22",
        "server, derive read traffic keys for handshake data:, client, 1, 22",
        "server, derive write traffic keys for application data:, server, 2, 22 23 21",
        "client, derive write traffic keys for application data:, client, 2, 23 21",
    })
    void sealsAndOpensTheRecordsOfEachKey(String deriver, String action, String sender, int skip, String types)
            throws IOException {
        JsonNode steps = steps();
        RecordWriter writer = new RecordWriter();
        RecordReader reader = new RecordReader();
        try (TrafficKeys keys = keys(steps, deriver, action)) {
            writer.install(Protections.tls13Write(SUITE, keys, PaddingPolicy.none()));
            reader.install(Protections.tls13Read(SUITE, keys));
        }
        int sent = 0;
        String[] expected = types.split(" ");
        for (JsonNode step : steps) {
            if (!step.get("actor").asText().equals(sender)
                    || !step.get("action").asText().startsWith("send ")) {
                continue;
            }
            int index = sent++ - skip;
            if (index < 0 || index >= expected.length) continue;
            int type = Integer.parseInt(expected[index]);
            byte[] payload = value(step, "payload");
            byte[] record = value(step, "complete record");
            assertThat(Wire.seal(writer, type, payload)).isEqualTo(record);
            assertThat(Wire.open(reader, record)).isEqualTo(payload);
            assertThat(reader.contentType()).isEqualTo(type);
            assertThat(reader.sequence()).isEqualTo(index);
        }
        assertThat(writer.sequence()).as("records of this key").isEqualTo(expected.length);
    }

    private static JsonNode steps() throws IOException {
        try (InputStream in = Rfc8448ReplayTest.class.getResourceAsStream("rfc8448-section-3.json")) {
            return new ObjectMapper().readTree(in).get("steps");
        }
    }

    private static TrafficKeys keys(JsonNode steps, String actor, String action) {
        for (JsonNode step : steps) {
            if (step.get("actor").asText().equals(actor)
                    && step.get("action").asText().equals(action)) {
                return TrafficKeys.aead(Secret.of(value(step, "key expanded")), Secret.of(value(step, "iv expanded")));
            }
        }
        throw new AssertionError("no step " + action);
    }

    private static byte[] value(JsonNode step, String name) {
        for (JsonNode value : step.get("values")) {
            if (value.get("name").asText().equals(name)) {
                return HexFormat.of().parseHex(value.get("hex").asText());
            }
        }
        throw new AssertionError("no value " + name);
    }
}
