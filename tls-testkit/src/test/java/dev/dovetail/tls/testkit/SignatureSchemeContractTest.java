package dev.dovetail.tls.testkit;

import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.certificates.CertificateSignature;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.testkit.sample.SampleSignature;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SignatureSchemeContractTest {

    @Test
    void catchesAVerifierThatTakesEverything() throws Exception {
        Broken.Change change = (arguments, original) -> true;
        condemns("verify", change, "refusesOtherContent", "verify() of content changed at byte 0");
        condemns("verify", change, "refusesAnotherKey", "the signature of another key");
        condemns("verify", change, "refusesAChangedSignature", "a signature changed at byte 0");
        condemns("verify", change, "refusesWhatIsNoSignature", "verify() of the first 0 bytes");
    }

    @Test
    void catchesAVerifierThatOverlooksBytesBehindASignature() throws Exception {
        condemns(
                "verify",
                (arguments, original) -> {
                    byte[] signature = (byte[]) arguments[2];
                    arguments[2] = Arrays.copyOf(signature, Math.min(64, signature.length));
                    return original.call(arguments);
                },
                "refusesWhatIsNoSignature",
                "verify() of a signature and one more byte");
    }

    @Test
    void catchesAVerifierThatThrows() throws Exception {
        condemns(
                "verify",
                (arguments, original) -> {
                    if (((byte[]) arguments[2]).length != 64) throw new IllegalArgumentException("no signature");
                    return original.call(arguments);
                },
                "refusesWhatIsNoSignature",
                "answers false and throws nothing");
    }

    @Test
    void catchesASchemeThatFitsForeignKeys() throws Exception {
        condemns("fits", (arguments, original) -> true, "fitsItsOwnKeysAndNoOthers", "fits() of a key of");
    }

    @Test
    void catchesASchemeThatDoesNotFitItsOwnKeys() throws Exception {
        condemns("fits", (arguments, original) -> false, "fitsItsOwnKeysAndNoOthers", "fits() of its own kind of key");
    }

    @Test
    void catchesASchemeThatClaimsForeignCertificates() throws Exception {
        condemns(
                "signed",
                (arguments, original) -> true,
                "knowsCertificatesThatWereSignedWithIt",
                "signed() of a certificate signed with RSA_SHA1");
    }

    @Test
    void catchesASchemeThatDoesNotKnowItsOwnCertificates() throws Exception {
        SignatureSchemeContract contract = contract(new SampleSignature(), Optional.of(CertificateSignature.ED25519));
        Trial.condemns(
                contract, "knowsCertificatesThatWereSignedWithIt", "signed() of a certificate signed with ED25519");
    }

    @Test
    void catchesASignerThatChangesWhatItSigns() throws Exception {
        condemns(
                "sign",
                (arguments, original) -> {
                    Object signature = original.call(arguments);
                    ((byte[]) arguments[1])[0]++;
                    return signature;
                },
                "onlyReadsItsInputs",
                "sign() changed its argument 'content'");
    }

    @Test
    void catchesASignerThatFailsInAnotherWayThanStated() throws Exception {
        condemns(
                "sign",
                (arguments, original) -> {
                    throw new NullPointerException("a key without an encoding");
                },
                "refusesToSignWithAKeyOfAnUnknownAlgorithm",
                "GeneralSecurityException");
    }

    @Test
    void catchesARecommendationOfSomethingDoubtful() throws Exception {
        condemns(
                "traits",
                (arguments, original) -> Set.of(Trait.RECOMMENDED, Trait.EXPERIMENTAL),
                "statesItsFacts",
                "is RECOMMENDED and must be named before use");
    }

    @Test
    void catchesAVerifierThatTakesNothing() throws Exception {
        condemns(
                "verify",
                (arguments, original) -> false,
                "verifiesWhatItSigned",
                "verify() of the signature on 0 bytes");
    }

    @Test
    void catchesASchemeThatIsBoundToOneThread() throws Exception {
        Thread first = Thread.currentThread();
        condemns(
                "sign",
                (arguments, original) -> {
                    if (Thread.currentThread() != first) throw new IllegalStateException("another thread");
                    return original.call(arguments);
                },
                "worksInSeveralThreadsAtOnce",
                "in parallel threads");
    }

    @Test
    void catchesASchemeOverWhichNoConnectionCanBeMade() throws Exception {
        condemns(
                "sign",
                (arguments, original) -> Sample.flipped((byte[]) original.call(arguments), 0),
                "carriesConnections",
                "sample_ed25519: no connection of TLS 1.");
    }

    @Test
    void catchesASchemeThatCanNotReadItsOwnKeys() throws Exception {
        SignatureSchemeContract contract = new SignatureSchemeContract() {
            @Override
            protected SignatureScheme part() {
                return new SampleSignature();
            }

            @Override
            protected KeyPair keys() {
                return KeyKind.SM2.generate();
            }
        };
        Trial.condemns(
                contract,
                "carriesConnections",
                "sample_ed25519: neither the JDK nor publicKey() of the scheme can read a certificate");
    }

    @Test
    void catchesAnotherAlgorithmThanThatOfTheVectors() throws Exception {
        condemns(
                "name",
                (arguments, original) -> original.call(arguments),
                "agreesWithPublishedVectors",
                "2 of 3 vectors of /vectors/ed25519.txt fail");
    }

    private static void condemns(String method, Broken.Change change, String test, String... words) throws Exception {
        SignatureScheme broken = Broken.at(SignatureScheme.class, new SampleSignature(), method, change);
        Trial.condemns(contract(broken, Optional.empty()), test, words);
    }

    private static SignatureSchemeContract contract(
            SignatureScheme scheme, Optional<CertificateSignature> certificateSignature) {
        return new SignatureSchemeContract() {
            @Override
            protected SignatureScheme part() {
                return scheme;
            }

            @Override
            protected List<String> vectors() {
                return List.of("/vectors/ed25519.txt");
            }

            @Override
            protected KeyPair keys() {
                return KeyKind.ED25519.generate();
            }

            @Override
            protected Optional<CertificateSignature> certificateSignature() {
                return certificateSignature;
            }
        };
    }
}
