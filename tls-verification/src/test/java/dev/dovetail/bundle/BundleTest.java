package dev.dovetail.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bundles and the BOM list exactly what they should. */
class BundleTest {

    private static final Pattern PLUG_IN = Pattern.compile("tls-(suites|ciphers|groups|macs|signatures)(-.*)?");

    static List<Bundle> bundles() {
        return Bundle.all();
    }

    @Test
    void theBundleOfAllHasEveryPluginThatExists() {
        List<String> plugins = PomFile.artifacts().stream()
                .filter(name -> PLUG_IN.matcher(name).matches())
                .toList();

        assertThat(new Bundle("tls-bundle-all").modules())
                .hasSizeGreaterThan(7)
                .containsExactlyInAnyOrderElementsOf(plugins);
    }

    @Test
    void theModernBundleIsWhatACarefulServiceNeeds() {
        assertThat(new Bundle("tls-bundle-modern").modules())
                .containsExactlyInAnyOrder(
                        "tls-suites-aead",
                        "tls-suites-ecdhe",
                        "tls-ciphers-aes",
                        "tls-ciphers-chacha20",
                        "tls-groups-mlkem",
                        "tls-macs-hmac",
                        "tls-signatures");
    }

    @Test
    void theCompatibleBundleAddsDheAndRsaToIt() {
        assertThat(new Bundle("tls-bundle-compat").dependencies())
                .containsExactlyInAnyOrder("tls-bundle-modern", "tls-suites-dhe", "tls-suites-rsa");
    }

    @Test
    void theBundleOfSmallDevicesHasPreSharedKeysAndCcm() {
        assertThat(new Bundle("tls-bundle-iot").modules())
                .containsExactlyInAnyOrder(
                        "tls-suites-psk", "tls-suites-ecdhe", "tls-ciphers-ccm", "tls-macs-hmac", "tls-signatures");
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void requiresAsModulesWhatItBringsAsArtifacts(Bundle bundle) {
        assertThat(bundle.requires()).isSorted().containsExactlyInAnyOrderElementsOf(bundle.dependencies());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void hasNoCodeOfItsOwn(Bundle bundle) {
        assertThat(PomFile.ROOT.resolve(bundle.name()).resolve("src/main/java"))
                .isDirectoryNotContaining(file -> !file.endsWith("module-info.java"));
        assertThat(Files.exists(PomFile.ROOT.resolve(bundle.name()).resolve("src/main/resources")))
                .isFalse();
    }

    @Test
    void theBomListsEveryModuleThatIsPublished() {
        List<String> published = PomFile.artifacts().stream()
                .filter(name -> !name.equals("tls-bom") && PomFile.of(name).published())
                .toList();

        assertThat(PomFile.of("tls-bom").own("dependencyManagement", "dependencies"))
                .containsExactlyInAnyOrderElementsOf(published);
    }

    @Test
    void theBomListsNobodyElsesModules() {
        PomFile bom = PomFile.of("tls-bom");

        // A parent's list would be imported too.
        assertThat(bom.text("parent")).isEmpty();
        assertThat(bom.count("dependencyManagement", "dependencies"))
                .isEqualTo(bom.own("dependencyManagement", "dependencies").size());
    }
}
