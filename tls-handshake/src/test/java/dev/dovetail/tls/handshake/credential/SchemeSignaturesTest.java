package dev.dovetail.tls.handshake.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.spi.SignatureScheme;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SchemeSignaturesTest {

    private static final List<X509Certificate> CHAIN = Fixture.chain("server", "inter");
    private static final Instant WHEN = Instant.parse("2027-06-01T00:00:00Z");
    private static final String ALGORITHM = CHAIN.get(0).getSigAlgName();

    private final PkixVerifier verifier =
            PkixVerifier.trusting(Fixture.chain("root")).at(WHEN);

    @Test
    void asksTheAcceptedSchemeForEachSignatureOfThePath() {
        CountingScheme scheme = new CountingScheme(ALGORITHM, true);

        assertThat(judge(scheme).isAccepted()).isTrue();
        assertThat(scheme.asked()).isEqualTo(2);
    }

    @Test
    void remembersASignatureThatWasRight() {
        CountingScheme scheme = new CountingScheme(ALGORITHM, true);

        for (int i = 0; i < 3; i++) assertThat(judge(scheme).isAccepted()).isTrue();

        assertThat(scheme.asked()).isEqualTo(2);
    }

    @Test
    void asksTheJdkWhereTheSchemeFindsASignatureWrong() {
        CountingScheme scheme = new CountingScheme(ALGORITHM, false);

        for (int i = 0; i < 2; i++) assertThat(judge(scheme).isAccepted()).isTrue();

        assertThat(scheme.asked()).isEqualTo(4);
    }

    @Test
    void asksTheJdkWhereTheSchemeBreaksDown() {
        CountingScheme scheme = new CountingScheme(ALGORITHM, () -> {
            throw new IllegalStateException("out of order");
        });

        assertThat(judge(scheme).isAccepted()).isTrue();
        assertThat(scheme.asked()).isEqualTo(2);
    }

    @Test
    void asksTheJdkWhereTheSchemeMissesAClass() {
        CountingScheme scheme = new CountingScheme(ALGORITHM, () -> {
            throw new NoClassDefFoundError("com/example/Native");
        });

        assertThat(judge(scheme).isAccepted()).isTrue();
        assertThat(scheme.asked()).isEqualTo(2);
    }

    @Test
    void refusesWithTheJdksWordWhereTheSchemeBreaksDownOverAWrongSignature() {
        CountingScheme scheme = new CountingScheme(ALGORITHM, () -> {
            throw new IllegalStateException("out of order");
        });
        PkixVerifier namesake = PkixVerifier.trusting(Fixture.chain("namesake")).at(WHEN);

        Verdict verdict = judge(namesake, scheme);

        assertThat(scheme.asked()).isPositive();
        assertThat(verdict.refusal().orElseThrow().fault())
                .isEqualTo(judge(namesake).refusal().orElseThrow().fault());
    }

    @Test
    void asksOnlyTheFirstSchemeThatFits() {
        CountingScheme unfit = new CountingScheme(ALGORITHM, true).fittingNothing();
        CountingScheme first = new CountingScheme(ALGORITHM, false);
        CountingScheme second = new CountingScheme(ALGORITHM, true);

        assertThat(judge(verifier, unfit, first, second).isAccepted()).isTrue();
        assertThat(List.of(unfit.asked(), first.asked(), second.asked())).containsExactly(0, 2, 0);
    }

    @Test
    void leavesToTheJdkWhatNobodyMeasuredToBeFaster() {
        CountingScheme scheme = new CountingScheme(ALGORITHM, true).withPriority(0);

        assertThat(judge(scheme).isAccepted()).isTrue();
        assertThat(scheme.asked()).isZero();
    }

    @Test
    void wrapsOnlyCertificatesThatAFasterSchemeHasSigned() {
        SchemeSignatures signatures = new SchemeSignatures();

        assertThat(signatures.verifying(CHAIN, List.of(new CountingScheme("SHA1withNobody", true))))
                .isEqualTo(CHAIN)
                .noneMatch(SchemeVerified.class::isInstance);
        assertThat(signatures.verifying(CHAIN, List.of(new CountingScheme(ALGORITHM, true))))
                .isEqualTo(CHAIN)
                .allMatch(SchemeVerified.class::isInstance);
    }

    @Test
    void whatOneVerifierRemembersIsNotAnothers() {
        CountingScheme scheme = new CountingScheme(ALGORITHM, true);
        assertThat(judge(scheme).isAccepted()).isTrue();

        PkixVerifier other = PkixVerifier.trusting(Fixture.chain("root")).at(WHEN);

        assertThat(judge(other, scheme).isAccepted()).isTrue();
        assertThat(scheme.asked()).isEqualTo(4);
    }

    @Test
    void leavesSignaturesOfOtherAlgorithmsToTheJdk() {
        CountingScheme scheme = new CountingScheme("SHA1withNobody", false);

        assertThat(judge(scheme).isAccepted()).isTrue();
        assertThat(scheme.asked()).isZero();
    }

    @Test
    void leavesKeysThatDoNotFitToTheJdk() {
        CountingScheme scheme = new CountingScheme(ALGORITHM, false).fittingNothing();

        assertThat(judge(scheme).isAccepted()).isTrue();
        assertThat(scheme.asked()).isZero();
    }

    private Verdict judge(SignatureScheme scheme) {
        return judge(verifier, scheme);
    }

    private static Verdict judge(PkixVerifier verifier, SignatureScheme... schemes) {
        return verifier.verify(new PeerCertificates(
                        CHAIN,
                        Role.SERVER,
                        Optional.of("server.test"),
                        ProtocolVersion.TLS_1_3,
                        false,
                        List.of(),
                        List.of(schemes)))
                .toCompletableFuture()
                .join();
    }
}
