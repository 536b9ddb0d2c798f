package dev.dovetail.tls.handshake.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.macs.hmac.Sha256;
import dev.dovetail.tls.macs.hmac.Sha384;
import dev.dovetail.tls.testkit.Hex;
import java.util.List;
import org.junit.jupiter.api.Test;

/** TLS 1.3's key schedule against NIST's answers. ACVP's randoms stand for the messages of the transcript. */
class Tls13ScheduleVectorTest {

    private static final List<Acvp.Question> ALL = Acvp.load("TLS13").questions();

    @Test
    void derivesTheSecretsOfHandshakesWithoutPreSharedKeys() {
        List<Acvp.Question> questions = ofMode("DHE");
        assertThat(questions).hasSize(3);
        for (Acvp.Question question : questions) {
            Hkdf hkdf = new Hkdf(hash(question));
            try (Secret shared = Secret.of(bytes(question, "dhe"));
                    HandshakeSecrets handshake =
                            HandshakeSecrets.of(hkdf, shared, transcript(question, "helloServerRandom"));
                    ApplicationSecrets application =
                            ApplicationSecrets.of(handshake, transcript(question, "finishedServerRandom"))) {
                check(question, "clientHandshakeTrafficSecret", handshake.clientTraffic());
                check(question, "serverHandshakeTrafficSecret", handshake.serverTraffic());
                check(question, "clientApplicationTrafficSecret", application.clientTraffic());
                check(question, "serverApplicationTrafficSecret", application.serverTraffic());
                check(question, "exporterMasterSecret", application.exporter());
            }
        }
    }

    /**
     * Handshakes with pre-shared keys do not exist here yet, nor do early data and tickets: seven of the ten questions, and
     * three secrets of each, have no class of ours to answer them. The steps of which they will be made are HKDF's, and
     * those do answer all ten.
     */
    @Test
    void hkdfAloneDerivesTheSecretsOfAllModes() {
        assertThat(ofMode("PSK")).hasSize(4);
        assertThat(ofMode("PSK-DHE")).hasSize(3);
        assertThat(ALL).hasSize(10);
        for (Acvp.Question question : ALL) {
            Hkdf hkdf = new Hkdf(hash(question));
            try (Secret zeros = hkdf.zeros();
                    Secret psk = input(question, "psk", hkdf);
                    Secret dhe = input(question, "dhe", hkdf);
                    Secret early = hkdf.extract(zeros, psk);
                    Secret middleSalt = hkdf.derive(early, "derived", hkdf.emptyHash());
                    Secret middle = hkdf.extract(middleSalt, dhe);
                    Secret masterSalt = hkdf.derive(middle, "derived", hkdf.emptyHash());
                    Secret master = hkdf.extract(masterSalt, zeros)) {
                String hello = "helloClientRandom";
                derived(question, "clientEarlyTrafficSecret", hkdf, early, "c e traffic", hello);
                derived(question, "earlyExporterMasterSecret", hkdf, early, "e exp master", hello);
                String hellos = "helloServerRandom";
                derived(question, "clientHandshakeTrafficSecret", hkdf, middle, "c hs traffic", hellos);
                derived(question, "serverHandshakeTrafficSecret", hkdf, middle, "s hs traffic", hellos);
                String server = "finishedServerRandom";
                derived(question, "clientApplicationTrafficSecret", hkdf, master, "c ap traffic", server);
                derived(question, "serverApplicationTrafficSecret", hkdf, master, "s ap traffic", server);
                derived(question, "exporterMasterSecret", hkdf, master, "exp master", server);
                String client = "finishedClientRandom";
                derived(question, "resumptionMasterSecret", hkdf, master, "res master", client);
            }
        }
    }

    private static void derived(
            Acvp.Question question, String answer, Hkdf hkdf, Secret key, String label, String lastMessage) {
        try (Secret secret = hkdf.derive(key, label, transcript(question, lastMessage))) {
            check(question, answer, secret);
        }
    }

    private static void check(Acvp.Question question, String answer, Secret secret) {
        byte[] expected = Hex.bytes(question.answer().get(answer).asText());
        byte[] derived = secret.with(bytes -> bytes.clone());
        assertThat(derived).as("%s of %s", answer, question).isEqualTo(expected);
    }

    /** RFC 8446 7.1: where there is no pre-shared key, or no key exchange, zeros take its place. */
    private static Secret input(Acvp.Question question, String name, Hkdf hkdf) {
        return question.test().has(name) ? Secret.of(bytes(question, name)) : hkdf.zeros();
    }

    private static byte[] transcript(Acvp.Question question, String lastMessage) {
        Transcript transcript = new Transcript();
        transcript.use(hash(question));
        for (String message :
                List.of("helloClientRandom", "helloServerRandom", "finishedServerRandom", "finishedClientRandom")) {
            transcript.add(bytes(question, message));
            if (message.equals(lastMessage)) return transcript.hash();
        }
        throw new AssertionError("no message " + lastMessage);
    }

    private static byte[] bytes(Acvp.Question question, String name) {
        return Hex.bytes(question.test().get(name).asText());
    }

    private static HashAlgorithm hash(Acvp.Question question) {
        return switch (question.group().get("hmacAlg").asText()) {
            case "SHA2-256" -> new Sha256();
            case "SHA2-384" -> new Sha384();
            default -> throw new AssertionError("another hash: " + question.group());
        };
    }

    private static List<Acvp.Question> ofMode(String mode) {
        return ALL.stream()
                .filter(question -> question.group().get("runningMode").asText().equals(mode))
                .toList();
    }
}
