package dev.dovetail.tls.handshake.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PkixVerifierTest {

    private static final Instant WHEN = Instant.parse("2027-06-01T00:00:00Z");
    private static final PkixVerifier ROOT = trusting("root");

    // ---- paths

    @Test
    void acceptsServerUnderTrustedRoot() {
        accepts(ROOT, server("server", "inter"));
        accepts(PkixVerifier.trusting(Fixture.chain("root")), server("server", "inter"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server,inter,root", // the root may be sent
                "server,root,inter", // the wrong order
                "server,inter,inter", // twice
                "server,stranger,inter", // superfluous, between
                "server,inter,stranger", // superfluous, behind
                "server,inter,namesake", // an outdated root whose name the trusted one kept
                "server,inter-cross,inter", // two ways up, one of which leads to nobody that we trust
                "server,inter,inter-cross",
                "server,server,client,any,inter"
            })
    void findsThePathInWhateverWasSent(String sent) {
        accepts(ROOT, server(sent.split(",")));
    }

    @Test
    void aTrustedIntermediateIsEnough() {
        accepts(trusting("inter"), server("server"));
        accepts(trusting("inter"), server("server", "inter"));
    }

    @Test
    void aTrustedLeafIsEnoughForItself() {
        accepts(trusting("ec"), peer(Role.SERVER, Optional.of("ec.test"), "ec"));
        refuses(trusting("ec"), peer(Role.SERVER, Optional.of("ec.test"), "ec384"), Fault.CERTIFICATE_UNTRUSTED);
        refuses(trusting("ec"), peer(Role.SERVER, Optional.of("x.test"), "ec"), Fault.CERTIFICATE_NAME_MISMATCH);
        refuses(
                trusting("ec").at(Instant.parse("2200-01-01T00:00:00Z")),
                peer(Role.SERVER, Optional.of("ec.test"), "ec"),
                Fault.CERTIFICATE_EXPIRED);
    }

    @Test
    void refusesMissingIntermediateAndSaysWhichOne() {
        refuses(ROOT, server("server"), Fault.CERTIFICATE_UNTRUSTED)
                .contains("CN=Server,O=Dovetail tests was issued by CN=Intermediate,O=Dovetail tests")
                .contains("missing intermediate");
    }

    @Test
    void refusesUnknownRoot() {
        refuses(trusting("stranger"), server("server", "inter"), Fault.CERTIFICATE_UNTRUSTED)
                .contains("CN=Intermediate,O=Dovetail tests was issued by CN=Root,O=Dovetail tests");
        refuses(trusting("stranger"), server("server", "inter", "root"), Fault.CERTIFICATE_UNTRUSTED)
                .contains("is a root that is not among the 1 trusted certificates");
    }

    @Test
    void refusesRootOfTheSameNameWithAnotherKey() {
        refuses(trusting("namesake"), server("server", "inter"), Fault.CERTIFICATE_UNTRUSTED)
                .contains("another key");
    }

    @Test
    void refusesSelfSignedCertificate() {
        refuses(ROOT, peer(Role.SERVER, Optional.of("ec.test"), "ec"), Fault.CERTIFICATE_UNTRUSTED)
                .contains("self-signed");
    }

    @Test
    void refusesSignatureThatWasTamperedWith() throws Exception {
        byte[] der = Fixture.certificate("server").getEncoded();
        der[der.length - 5] ^= 1;
        X509Certificate tampered = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));

        refuses(ROOT, server(List.of(tampered, Fixture.certificate("inter"))), Fault.CERTIFICATE_INVALID)
                .contains("CN=Server");
    }

    @Test
    void refusesIssuerThatIsNoAuthority() {
        refuses(ROOT, server("under-leaf", "server", "inter"), Fault.CERTIFICATE_INVALID)
                .contains("CN=Server");
    }

    @Test
    void refusesPathLongerThanAnAuthorityAllows() {
        refuses(ROOT, server("under-deep", "deep-inter", "inter"), Fault.CERTIFICATE_INVALID)
                .contains("CN=Deep");
    }

    @Test
    void refusesNameOutsideOfAnAuthoritysConstraints() {
        refuses(ROOT, server("outside", "narrow-inter"), Fault.CERTIFICATE_INVALID)
                .contains("CN=Outside");
    }

    @Test
    void refusesCriticalExtensionThatNobodyKnows() {
        refuses(ROOT, server("critical"), Fault.CERTIFICATE_INVALID).contains("CN=Critical");
    }

    @Test
    void honoursTheDisabledAlgorithmsOfTheJdk() {
        refuses(trusting("rsa-root"), server("md5"), Fault.CERTIFICATE_INVALID)
                .contains("MD5withRSA")
                .contains("jdk.certpath.disabledAlgorithms");
        refuses(ROOT, server("tiny"), Fault.CERTIFICATE_INVALID)
                .contains("RSA 512")
                .contains("jdk.certpath.disabledAlgorithms");
    }

    // ---- dates

    @Test
    void refusesCertificateThatHasEnded() {
        refuses(ROOT.at(Instant.parse("2200-01-01T00:00:00Z")), server("server", "inter"), Fault.CERTIFICATE_EXPIRED)
                .contains("CN=Server,O=Dovetail tests ended on 2126-")
                .contains("it is 2200-01-01T00:00:00Z");
    }

    @Test
    void refusesCertificateThatHasNotBegun() {
        refuses(ROOT.at(Instant.parse("2020-01-01T00:00:00Z")), server("server", "inter"), Fault.CERTIFICATE_EXPIRED)
                .contains("begins on 2026-11-20")
                .contains("clock");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"under-brief,brief-inter", "under-brief,stranger,brief-inter", "under-brief,brief-inter,root"})
    void refusesIntermediateThatHasEndedInAnyOrder(String sent) {
        accepts(ROOT.at(Instant.parse("2026-11-25T00:00:00Z")), server(sent.split(",")));
        refuses(ROOT, server(sent.split(",")), Fault.CERTIFICATE_EXPIRED)
                .contains("CN=Brief,O=Dovetail tests ended on");
    }

    // ---- use

    @Test
    void refusesServerWithClientsCertificateAndTheOtherWayRound() {
        refuses(ROOT, server("client", "inter"), Fault.CERTIFICATE_UNFIT)
                .contains("is for clientAuth")
                .contains("needs serverAuth");
        refuses(ROOT, client("server", "inter"), Fault.CERTIFICATE_UNFIT).contains("needs clientAuth");
        refuses(ROOT, server("signer", "inter"), Fault.CERTIFICATE_UNFIT).contains("is for codeSigning");
    }

    @ParameterizedTest
    @ValueSource(strings = {"any", "free"})
    void takesCertificateForAnyOrUnsaidPurpose(String leaf) {
        accepts(ROOT, server(leaf, "inter"));
        accepts(ROOT, client(leaf, "inter"));
    }

    @Test
    void acceptsAnyNameIfSoConfiguredAndStillWantsAPath() {
        PkixVerifier verifier = trusting("root").insecureAnyName();
        accepts(verifier, peer(Role.SERVER, Optional.empty(), "server", "inter"));
        accepts(verifier, peer(Role.SERVER, Optional.of("else.test"), "server", "inter"));
        refuses(trusting("stranger").insecureAnyName(), server("server", "inter"), Fault.CERTIFICATE_UNTRUSTED)
                .contains("Root");
    }

    @Test
    void acceptsClientWithoutLookingAtNames() {
        accepts(ROOT, client("client", "inter"));
    }

    @Test
    void keyUsageHasToFitWhatTheKeyDoes() {
        refuses(ROOT, server("encipher", "inter"), Fault.CERTIFICATE_UNFIT).contains("digitalSignature");
        accepts(ROOT, decrypting("encipher", "inter"));
        refuses(ROOT, decrypting("server", "inter"), Fault.CERTIFICATE_UNFIT).contains("keyEncipherment");
        accepts(ROOT, decrypting("free", "inter"));
    }

    // ---- names

    @Test
    void refusesCertificateForAnotherHost() {
        refuses(ROOT, peer(Role.SERVER, Optional.of("other.test"), "server", "inter"), Fault.CERTIFICATE_NAME_MISMATCH)
                .contains("wanted other.test")
                .contains("for server.test");
        refuses(ROOT, peer(Role.SERVER, Optional.of("common.test"), "commonname"), Fault.CERTIFICATE_NAME_MISMATCH)
                .contains("common name does not count");
    }

    @Test
    void checksAddressesToo() {
        accepts(ROOT, peer(Role.SERVER, Optional.of("2001:db8::1"), "names"));
        refuses(ROOT, peer(Role.SERVER, Optional.of("2001:db8::2"), "names"), Fault.CERTIFICATE_NAME_MISMATCH);
    }

    @Test
    void refusesToJudgeServerThatWasNotNamed() {
        refuses(ROOT, peer(Role.SERVER, Optional.empty(), "server", "inter"), Fault.CONFIGURATION)
                .contains("name the host");
    }

    // ---- revocation

    @Test
    void asksNobodyAboutRevocationUnlessTold() {
        accepts(ROOT, stapled("ocsp-revoked.base64"));
    }

    @Test
    void refusesCertificateWhoseStapledResponseSaysRevoked() throws Exception {
        refuses(ROOT.withRevocation(offline()), stapled("ocsp-revoked.base64"), Fault.CERTIFICATE_REVOKED)
                .contains("CN=Server");
    }

    @Test
    void acceptsCertificateWhoseStapledResponseSaysGood() throws Exception {
        accepts(ROOT.withRevocation(offline()), stapled("ocsp-good.base64"));
    }

    @Test
    void refusesUnknownRevocationUnlessSoft() throws Exception {
        PKIXRevocationChecker hard = offline();
        // Nobody listens there.
        hard.setOcspResponder(URI.create("http://127.0.0.1:1/"));
        PKIXRevocationChecker soft = hard.clone();
        soft.setOptions(Set.of(
                PKIXRevocationChecker.Option.ONLY_END_ENTITY,
                PKIXRevocationChecker.Option.NO_FALLBACK,
                PKIXRevocationChecker.Option.SOFT_FAIL));

        refuses(ROOT.withRevocation(hard), server("server", "inter"), Fault.CERTIFICATE_INVALID)
                .contains("SOFT_FAIL");
        accepts(ROOT.withRevocation(soft), server("server", "inter"));
    }

    // ---- making one

    @Test
    void namesItsAuthoritiesButNoTrustedLeaf() {
        assertThat(trusting("root", "inter", "server", "namesake").authorities())
                .containsExactly(
                        new X500Principal("CN=Root,O=Dovetail tests"),
                        new X500Principal("CN=Intermediate,O=Dovetail tests"));
    }

    @Test
    void trustsThePemFileItIsGiven() throws Exception {
        accepts(PkixVerifier.trustingPem(Fixture.path("root.crt.pem")).at(WHEN), server("server", "inter"));
        assertThatThrownBy(() -> PkixVerifier.trustingPem(Fixture.path("ec.sec1.pem")))
                .hasMessageContaining("wanted a CERTIFICATE block");
    }

    @Test
    void trustingNobodyIsAMistake() {
        assertThatThrownBy(() -> PkixVerifier.trusting(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void systemTrustHasRootsButNotOurs() {
        PkixVerifier system = PkixVerifier.systemTrust().at(WHEN);

        assertThat(system.authorities()).hasSizeGreaterThan(10);
        refuses(system, server("server", "inter"), Fault.CERTIFICATE_UNTRUSTED);
    }

    @Test
    void onlyTheOneThatSaysInsecureAcceptsAnyone() {
        PeerVerifier insecure = PeerVerifier.insecureAcceptingAnyone();

        assertThat(insecure.toString()).contains("insecure");
        assertThat(insecure.authorities()).isEmpty();
        accepts(insecure, peer(Role.SERVER, Optional.empty(), "tiny"));
    }

    @Test
    void peerWithoutCertificatesIsNothingToVerify() {
        assertThatThrownBy(() -> server(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static PkixVerifier trusting(String... roots) {
        return PkixVerifier.trusting(Fixture.chain(roots)).at(WHEN);
    }

    private static PeerCertificates server(String... chain) {
        return peer(Role.SERVER, Optional.of("server.test"), chain);
    }

    private static PeerCertificates client(String... chain) {
        return peer(Role.CLIENT, Optional.empty(), chain);
    }

    private static PeerCertificates server(List<X509Certificate> chain) {
        return new PeerCertificates(
                chain, Role.SERVER, Optional.of("server.test"), ProtocolVersion.TLS_1_3, false, List.of());
    }

    private static PeerCertificates peer(Role role, Optional<String> name, String... chain) {
        return new PeerCertificates(Fixture.chain(chain), role, name, ProtocolVersion.TLS_1_3, false, List.of());
    }

    private static PeerCertificates decrypting(String... chain) {
        return new PeerCertificates(
                Fixture.chain(chain),
                Role.SERVER,
                Optional.of("server.test"),
                ProtocolVersion.TLS_1_2,
                true,
                List.of());
    }

    private static PeerCertificates stapled(String response) {
        return new PeerCertificates(
                Fixture.chain("server", "inter"),
                Role.SERVER,
                Optional.of("server.test"),
                ProtocolVersion.TLS_1_3,
                false,
                List.of(Fixture.base64(response), new byte[0]));
    }

    private static PKIXRevocationChecker offline() throws Exception {
        PKIXRevocationChecker checker =
                (PKIXRevocationChecker) CertPathValidator.getInstance("PKIX").getRevocationChecker();
        checker.setOptions(
                Set.of(PKIXRevocationChecker.Option.ONLY_END_ENTITY, PKIXRevocationChecker.Option.NO_FALLBACK));
        return checker;
    }

    private static void accepts(PeerVerifier verifier, PeerCertificates peer) {
        assertThat(verifier.verify(peer).toCompletableFuture()).isCompletedWithValue(Verdict.accepted());
    }

    private static AbstractStringAssert<?> refuses(PeerVerifier verifier, PeerCertificates peer, Fault fault) {
        Verdict verdict = verifier.verify(peer).toCompletableFuture().join();
        assertThat(verdict.refusal())
                .hasValueSatisfying(refusal ->
                        assertThat(refusal.fault()).as(refusal.detail()).isEqualTo(fault));
        return assertThat(verdict.refusal().orElseThrow().detail());
    }
}
