package dev.dovetail.tls.handshake.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The secrets of a trace that an engine shows, by their names in a key log.
 *
 * @param values the recorded bytes
 */
record RecordedSecrets(Map<String, byte[]> values) {

    static RecordedSecrets of(Trace trace) {
        Map<String, byte[]> values = new LinkedHashMap<>();
        if (trace.section() == 4) {
            values.put("CLIENT_EARLY_TRAFFIC_SECRET", secret(trace, "c e traffic"));
            values.put("EARLY_EXPORTER_SECRET", secret(trace, "e exp master"));
        }
        values.put("CLIENT_HANDSHAKE_TRAFFIC_SECRET", secret(trace, "c hs traffic"));
        values.put("SERVER_HANDSHAKE_TRAFFIC_SECRET", secret(trace, "s hs traffic"));
        values.put("CLIENT_TRAFFIC_SECRET_0", secret(trace, "c ap traffic"));
        values.put("SERVER_TRAFFIC_SECRET_0", secret(trace, "s ap traffic"));
        values.put("EXPORTER_SECRET", secret(trace, "exp master"));
        return new RecordedSecrets(values);
    }

    private static byte[] secret(Trace trace, String label) {
        return trace.step("derive secret \"tls13 " + label + "\"").value("expanded");
    }

    void assertSameAs(Witness witness) {
        assertThat(witness.secrets()).containsOnlyKeys(values.keySet());
        values.forEach((label, value) ->
                assertThat(witness.secrets().get(label)).as(label).isEqualTo(value));
    }
}
