package dev.dovetail.tls.handshake.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.handshake.key.ApplicationSecrets;
import dev.dovetail.tls.handshake.key.HandshakeSecrets;
import dev.dovetail.tls.handshake.key.Hkdf;
import dev.dovetail.tls.handshake.key.TrafficSecret;
import dev.dovetail.tls.record.TrafficKeys;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each derivation that RFC 8448 prints, in all its five handshakes: all of them are with SHA-256. */
class Rfc8448KeyScheduleVectorTest {

    private static final Pattern LABEL = Pattern.compile("\"tls13 ([a-z ]+)\"");
    private static final UsableSuite SUITE =
            Catalog.discover().usable("TLS_AES_128_GCM_SHA256").orElseThrow();
    private static final Hkdf HKDF = new Hkdf(SUITE.hash());

    @Test
    void extractsEverySecret() {
        for (Trace.Step step : steps(15, step -> step.values().containsKey("IKM"))) {
            // The RFC gives the first salt in words: zeros.
            byte[] salt = step.values().getOrDefault("salt", new byte[32]);
            try (Secret saltSecret = Secret.of(salt.clone());
                    Secret key = Secret.of(step.value("IKM").clone());
                    Secret secret = HKDF.extract(saltSecret, key)) {
                check(step, secret, "secret");
            }
        }
    }

    @Test
    void expandsEveryLabelledSecret() {
        for (Trace.Step step : steps(59, step -> step.values().containsKey("info"))) {
            Matcher label = LABEL.matcher(step.action());
            // The action of a PSK binder does not name its label, which is that of Finished.
            String name = label.find() ? label.group(1) : "finished";
            byte[] context = step.value("hash");
            if (name.equals("finished")) context = new byte[0];
            int length = step.value("expanded").length;
            try (Secret key = Secret.of(step.value("PRK").clone());
                    Secret byInfo = HKDF.expand(key, step.value("info"), length);
                    Secret byLabel = HKDF.expandLabel(key, name, context, length)) {
                check(step, byInfo, "expanded");
                check(step, byLabel, "expanded");
            }
        }
    }

    @Test
    void expandsTheKeysOfEveryDirection() {
        for (Trace.Step step : steps(21, step -> step.values().containsKey("key info"))) {
            try (Secret secret = Secret.of(step.value("PRK").clone());
                    TrafficKeys keys = TrafficSecret.keys(HKDF, secret, SUITE)) {
                check(step, keys.key(), "key expanded");
                check(step, keys.iv(), "iv expanded");
            }
        }
    }

    @ParameterizedTest(name = "section {0}")
    @ValueSource(ints = {3, 5, 6, 7})
    void derivesTheSecretsOfAHandshakeFromItsTranscripts(int section) {
        Trace trace = Trace.section(section);
        byte[] hellos = trace.step("derive secret \"tls13 c hs traffic\"").value("hash");
        byte[] serverFlight = trace.step("derive secret \"tls13 c ap traffic\"").value("hash");
        Trace.Step handshakeStep = trace.step("extract secret \"handshake\"");
        try (Secret shared = Secret.of(handshakeStep.value("IKM"));
                HandshakeSecrets handshake = HandshakeSecrets.of(HKDF, shared, hellos);
                ApplicationSecrets application = ApplicationSecrets.of(handshake, serverFlight)) {
            check(trace.step("derive secret \"tls13 c hs"), handshake.clientTraffic(), "expanded");
            check(trace.step("derive secret \"tls13 s hs"), handshake.serverTraffic(), "expanded");
            check(trace.step("extract secret \"master"), handshake.master(), "secret");
            check(trace.step("derive secret \"tls13 c ap"), application.clientTraffic(), "expanded");
            check(trace.step("derive secret \"tls13 s ap"), application.serverTraffic(), "expanded");
            check(trace.step("derive secret \"tls13 exp master"), application.exporter(), "expanded");
        }
    }

    private static void check(Trace.Step step, Secret secret, String name) {
        byte[] derived = secret.with(bytes -> bytes.clone());
        assertThat(derived).as("%s", step).isEqualTo(step.value(name));
    }

    private static List<Trace.Step> steps(int expected, Predicate<Trace.Step> wanted) {
        List<Trace.Step> steps = Trace.all().stream()
                .flatMap(trace -> trace.steps().stream())
                .filter(wanted)
                .toList();
        assertThat(steps).as("derivations of this kind in the RFC").hasSize(expected);
        return steps;
    }
}
