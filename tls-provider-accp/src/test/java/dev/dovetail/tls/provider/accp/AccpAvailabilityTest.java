package dev.dovetail.tls.provider.accp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.amazon.corretto.crypto.provider.SelfTestStatus;
import dev.dovetail.tls.api.spi.BulkCipher;
import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.spi.Mac;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.SignatureScheme;
import java.security.Provider;
import java.security.Security;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What becomes of the parts where the provider, its library or its health is missing. */
class AccpAvailabilityTest {

    private static final List<Class<?>> KINDS = List.of(
            BulkCipher.class,
            HashAlgorithm.class,
            KeyExchange.class,
            Mac.class,
            NamedGroup.class,
            SignatureScheme.class);

    @Test
    void saysWhatToAddWhereTheProviderIsMissing() throws Exception {
        try (Alone alone = new Alone(Alone.Lacks.PROVIDER)) {
            for (String part : parts()) {
                assertThat(alone.reason(part))
                        .hasValueSatisfying(reason -> assertThat(reason)
                                .contains(
                                        "add software.amazon.cryptools:AmazonCorrettoCryptoProvider", "linux-x86_64"));
            }
        }
    }

    @Test
    void saysWhyWhereTheNativeLibraryCanNotBeLoaded() throws Exception {
        try (Alone alone = new Alone(Alone.Lacks.LIBRARY)) {
            for (String part : parts()) {
                assertThat(alone.reason(part))
                        .hasValueSatisfying(reason -> assertThat(reason)
                                .contains(
                                        "native library",
                                        System.getProperty("os.arch"),
                                        "amazonCorrettoCryptoProvider"));
            }
        }
    }

    @Test
    void loadsNothingUntilAvailabilityIsAsked() throws Exception {
        try (Alone alone = new Alone(Alone.Lacks.NOTHING)) {
            for (String name : parts()) {
                Object part = alone.part(name);
                alone.ask(part, "name");
                assertThat(alone.ask(part, "implementation")).isEqualTo(Accp.NAME);
                alone.ask(part, "priority");
            }
            assertThat(alone.hasLoadedTheProvider()).isFalse();
            alone.reason(AccpAes128Gcm.class.getName());
            assertThat(alone.hasLoadedTheProvider()).isTrue();
        }
    }

    @Test
    void saysSoWhereTheSelfTestsFailed() {
        for (SelfTestStatus status : SelfTestStatus.values()) {
            Installation installation = Installation.judge(empty(), null, status);
            if (status == SelfTestStatus.PASSED)
                assertThat(installation.reason()).isEmpty();
            else
                assertThat(installation.reason())
                        .hasValueSatisfying(reason -> assertThat(reason).contains("self tests", status.name()));
        }
    }

    @Test
    void saysSoWhereTheVersionLacksAnAlgorithm() {
        Installation installation = Installation.judge(empty(), null, SelfTestStatus.PASSED);

        assertThat(installation.has("KeyAgreement", "XDH").reason())
                .contains("version 1.7 of the provider has no KeyAgreement XDH");
    }

    @Test
    void handsOutNoProviderThatDoesNotWork() {
        Installation installation =
                Installation.judge(empty(), new UnsatisfiedLinkError("why"), SelfTestStatus.NOT_RUN);

        assertThatIllegalStateException().isThrownBy(installation::provider).withMessageContaining("why");
    }

    @Test
    void isRegisteredNowhere() {
        Here.isAccp();
        assertThat(Accp.provider().getName()).isEqualTo("AmazonCorrettoCryptoProvider");
        assertThat(Security.getProviders())
                .extracting(Provider::getName)
                .doesNotContain("AmazonCorrettoCryptoProvider");
    }

    /** All that the module registers. */
    private static List<String> parts() {
        List<String> names = KINDS.stream()
                .<String>flatMap(AccpAvailabilityTest::registered)
                .filter(name -> name.startsWith(Accp.class.getPackageName()))
                .toList();
        assertThat(names).hasSizeGreaterThan(20);
        return names;
    }

    private static Stream<String> registered(Class<?> kind) {
        return ServiceLoader.load(kind).stream().map(found -> found.type().getName());
    }

    private static Provider empty() {
        return new Provider("Empty", "1.7", "has nothing") {};
    }
}
