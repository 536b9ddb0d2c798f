package dev.dovetail.tls.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.api.spi.Part;
import dev.dovetail.tls.api.spi.SuiteProvider;
import dev.dovetail.tls.testkit.sample.SampleAead;
import dev.dovetail.tls.testkit.sample.SampleHash;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

final class SuiteProviderContractTest {

    private static final CipherSuite GOOD = CipherSuite.tls13(0xff01, "GOOD", "SAMPLE_CTR_HMAC", "SAMPLE256");

    @Test
    void catchesAListThatCanBeChanged() throws Exception {
        condemns(() -> new ArrayList<>(List.of(GOOD)), "bringsTheSameSuitesAtEachCall", "a list that can be changed");
    }

    @Test
    void catchesAProviderWithoutSuites() throws Exception {
        condemns(List::of, "bringsTheSameSuitesAtEachCall", "suites() of");
    }

    @Test
    void catchesTwoSuitesWithOneCode() throws Exception {
        CipherSuite same = CipherSuite.tls13(0xff01, "OTHER", "SAMPLE_CTR_HMAC", "SAMPLE256");
        condemns(() -> List.of(GOOD, same), "givesEachSuiteANameAndACodeOfItsOwn", "codes of suites", "0xff01");
    }

    @Test
    void catchesTheCodesOfSignals() throws Exception {
        condemns(
                () -> List.of(CipherSuite.tls13(0x5600, "FALLBACK", "X", "Y")),
                "givesEachSuiteANameAndACodeOfItsOwn",
                "FALLBACK has the code of no suite");
        condemns(
                () -> List.of(CipherSuite.tls13(0x3a3a, "GREASE", "X", "Y")),
                "givesEachSuiteANameAndACodeOfItsOwn",
                "GREASE has a code that is reserved");
    }

    @Test
    void catchesASuiteOfTls13WithTheNeedsOfTls12() throws Exception {
        CipherSuite old = CipherSuite.aead12(0xff02, "OLD", "KX", Authentication.RSA, "X", "Y");
        CipherSuite mixed =
                new CipherSuite(0xff02, "MIXED", GOOD.versions(), old.authentication(), old.needs(), old.traits());
        condemns(() -> List.of(mixed), "namesThePartsThatItsVersionNeeds", "a suite of TLS 1.3 has no key exchange");
    }

    @Test
    void catchesARecommendationOfSomethingDoubtful() throws Exception {
        CipherSuite doubtful = CipherSuite.tls13(0xff03, "DOUBTFUL", "X", "Y", Trait.RECOMMENDED, Trait.LEGACY);
        condemns(() -> List.of(doubtful), "recommendsNothingDoubtful", "DOUBTFUL is RECOMMENDED");
    }

    @Test
    void catchesAPartThatIsMissing() throws Exception {
        SuiteProviderContract contract = new SuiteProviderContract() {
            @Override
            protected SuiteProvider provider() {
                return () -> List.of(GOOD);
            }

            @Override
            protected List<Part> parts() {
                return List.of(new SampleAead());
            }
        };
        Trial.condemns(
                contract,
                "canBeUsedWithItsParts",
                "suites that can't be used with parts()",
                "GOOD: hash SAMPLE256 is missing");
    }

    @Test
    void catchesAPartThatIsNotOnTheClassPath() throws Exception {
        SuiteProvider missing = () -> List.of(CipherSuite.tls13(0xff05, "LONELY", "AES_256_GCM", "SHA384"));
        condemns(
                missing,
                "canBeUsedWithItsParts",
                "add the modules that have what is missing to the test's scope, or override parts()",
                "LONELY",
                "add dev.dovetail:tls-ciphers-aes");
        condemns(missing, "carriesConnections", "suites that were tried in connections", "override parts()");
    }

    @Test
    void leavesPartsOutOnlyWhereItIsToldTo() {
        SuiteProviderContract contract = new SuiteProviderContract() {
            @Override
            protected SuiteProvider provider() {
                return () -> List.of(CipherSuite.tls13(0xff05, "LONELY", "AES_256_GCM", "SHA384"));
            }

            @Override
            protected boolean partsAreElsewhere() {
                return true;
            }
        };
        assertThatThrownBy(contract::canBeUsedWithItsParts)
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("LONELY");
        assertThatThrownBy(contract::carriesConnections).isInstanceOf(TestAbortedException.class);
    }

    @Test
    void catchesASuiteOverWhichNoConnectionCanBeMade() throws Exception {
        AeadCipher broken = Broken.at(AeadCipher.class, new SampleAead(), "open", (arguments, original) -> -1);
        SuiteProviderContract contract = new SuiteProviderContract() {
            @Override
            protected SuiteProvider provider() {
                return () -> List.of(GOOD);
            }

            @Override
            protected List<Part> parts() {
                return List.of(broken, new SampleHash());
            }
        };
        Trial.condemns(contract, "carriesConnections", "GOOD: no connection of TLS 1.3 over it");
    }

    private static void condemns(SuiteProvider broken, String test, String... words) throws Exception {
        SuiteProviderContract contract = new SuiteProviderContract() {
            @Override
            protected SuiteProvider provider() {
                return broken;
            }
        };
        Trial.condemns(contract, test, words);
    }
}
