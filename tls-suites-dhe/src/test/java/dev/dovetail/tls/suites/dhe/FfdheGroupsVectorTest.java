package dev.dovetail.tls.suites.dhe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.api.spi.NamedGroup;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.stream.Stream;
import javax.crypto.KeyAgreement;
import javax.crypto.interfaces.DHPublicKey;
import javax.crypto.spec.DHParameterSpec;
import javax.crypto.spec.DHPublicKeySpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The numbers of RFC 7919 appendix A, and agreement with the JDK's own Diffie-Hellman over them. */
class FfdheGroupsVectorTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    static Stream<FfdheGroup> groups() {
        return Stream.of(new Ffdhe2048(), new Ffdhe3072(), new Ffdhe4096(), new Ffdhe6144(), new Ffdhe8192());
    }

    @ParameterizedTest
    @MethodSource("groups")
    void hasTheNumbersOfTheRfc(FfdheGroup group) throws IOException, GeneralSecurityException {
        DHParameterSpec published = published(group);
        assertThat(group.prime()).isEqualTo(published.getP());
        assertThat(group.generator()).isEqualTo(published.getG());
    }

    @ParameterizedTest
    @MethodSource("groups")
    void agreesWithTheJdkAsInitiator(FfdheGroup group) throws Exception {
        KeyPair theirs = jdkPair(published(group));
        byte[] answer =
                FiniteField.of(group.prime(), group.generator()).bytes(((DHPublicKey) theirs.getPublic()).getY());
        try (NamedGroup.Initiator own = group.generate(RANDOM);
                Secret secret = own.decapsulate(answer)) {
            assertThat(secret.matches(jdkSecret(theirs, own.share()))).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("groups")
    void agreesWithTheJdkAsResponder(FfdheGroup group) throws Exception {
        KeyPair theirs = jdkPair(published(group));
        byte[] share =
                FiniteField.of(group.prime(), group.generator()).bytes(((DHPublicKey) theirs.getPublic()).getY());
        try (NamedGroup.Encapsulated answer = group.encapsulate(share, RANDOM)) {
            assertThat(answer.secret().matches(jdkSecret(theirs, answer.share())))
                    .isTrue();
        }
    }

    /** RFC 8446 7.4.1: as long as the prime, whatever leads. */
    @ParameterizedTest
    @MethodSource("groups")
    void keepsShareAndSecretAsLongAsThePrime(FfdheGroup group) throws IllegalShareException {
        int length = Integer.parseInt(group.name().substring("ffdhe".length())) / 8;
        try (NamedGroup.Initiator initiator = group.generate(RANDOM);
                NamedGroup.Encapsulated answer = group.encapsulate(initiator.share(), RANDOM)) {
            assertThat(initiator.share()).hasSize(length);
            assertThat(answer.share()).hasSize(length);
            assertThat(answer.secret().length()).isEqualTo(length);
        }
    }

    private static KeyPair jdkPair(DHParameterSpec parameters) throws GeneralSecurityException {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("DH");
        keys.initialize(new DHParameterSpec(parameters.getP(), parameters.getG(), 400));
        return keys.generateKeyPair();
    }

    private static byte[] jdkSecret(KeyPair own, byte[] share) throws GeneralSecurityException {
        DHParameterSpec parameters = ((DHPublicKey) own.getPublic()).getParams();
        PublicKey peer = KeyFactory.getInstance("DH")
                .generatePublic(new DHPublicKeySpec(new BigInteger(1, share), parameters.getP(), parameters.getG()));
        KeyAgreement agreement = KeyAgreement.getInstance("DH");
        agreement.init(own.getPrivate());
        agreement.doPhase(peer, true);
        return agreement.generateSecret();
    }

    private static DHParameterSpec published(FfdheGroup group) throws IOException, GeneralSecurityException {
        try (InputStream in = FfdheGroupsVectorTest.class.getResourceAsStream("/ffdhe/" + group.name() + ".pem")) {
            assertThat(in).isNotNull();
            String pem = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            int begin = pem.indexOf("-----BEGIN DH PARAMETERS-----") + "-----BEGIN DH PARAMETERS-----".length();
            byte[] der = Base64.getMimeDecoder().decode(pem.substring(begin, pem.indexOf("-----END", begin)));
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("DH");
            parameters.init(der);
            return parameters.getParameterSpec(DHParameterSpec.class);
        }
    }
}
