package dev.dovetail.tls.handshake.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.spi.SignatureScheme;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What verifiers say of one chain: the JDK alone, with the schemes of all plug-ins, and with these schemes urged upon the
 * verifier, so that those that the JDK itself computes are asked as well. All three have to say the same.
 *
 * @param fault why it is refused, by all three; empty if it is accepted
 * @param asked how often an urged scheme was asked
 */
record Judgement(Optional<Fault> fault, int asked) {

    static final List<SignatureScheme> REAL = Catalog.discover().signatureSchemes();

    static Judgement of(X509Certificate root, X509Certificate... chain) {
        return of(PkixVerifier.trusting(List.of(root)), List.of(), chain);
    }

    static Judgement withStapled(
            X509Certificate root, PKIXRevocationChecker checker, byte[] response, X509Certificate... chain) {
        return of(PkixVerifier.trusting(List.of(root)).withRevocation(checker), List.of(response), chain);
    }

    /** A verifier that has seen other chains, perhaps. */
    static Judgement of(PkixVerifier verifier, List<byte[]> stapled, X509Certificate... chain) {
        AtomicInteger asked = new AtomicInteger();
        List<SignatureScheme> urged = REAL.stream()
                .map(scheme -> (SignatureScheme) new UrgedScheme(scheme, asked))
                .toList();
        Verdict alone = judge(verifier, stapled, List.of(), chain);
        Verdict real = judge(verifier, stapled, REAL, chain);
        // By a verifier of its own, which remembers nothing: insecureAnyName() makes one. The name is right in all
        // chains.
        Verdict byUrged = judge(verifier.insecureAnyName(), stapled, urged, chain);
        assertThat(said(real)).isEqualTo(said(alone));
        assertThat(said(byUrged)).isEqualTo(said(alone));
        return new Judgement(alone.refusal().map(refusal -> refusal.fault()), asked.get());
    }

    private static String said(Verdict verdict) {
        return verdict.refusal()
                .map(refusal -> refusal.fault() + ": " + refusal.getMessage())
                .orElse("accepted");
    }

    private static Verdict judge(
            PkixVerifier verifier, List<byte[]> stapled, List<SignatureScheme> schemes, X509Certificate... chain) {
        return verifier.verify(new PeerCertificates(
                        List.of(chain),
                        Role.SERVER,
                        Optional.of(Party.HOST),
                        ProtocolVersion.TLS_1_3,
                        false,
                        stapled,
                        schemes))
                .toCompletableFuture()
                .join();
    }
}
