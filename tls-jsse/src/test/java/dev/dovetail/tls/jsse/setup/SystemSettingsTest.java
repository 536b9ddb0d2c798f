package dev.dovetail.tls.jsse.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.jsse.algorithm.DisabledAlgorithms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What system properties mean, and that docs/jsse.md says which ones count. */
class SystemSettingsTest {

    private static final Path PAGE = Path.of("..", "docs", "jsse.md");
    private static final Pattern ROW =
            Pattern.compile("^\\| `([\\w.]+)` \\| ([^|]+) \\| [^|]+ \\|$", Pattern.MULTILINE);

    @Test
    void withoutPropertiesTheDefaultsHold() {
        SystemSettings settings = read(Map.of());
        assertThat(settings.clientProtocols()).isEmpty();
        assertThat(settings.namedGroups()).isEmpty();
        assertThat(settings.namesSent()).isTrue();
        assertThat(settings.authoritiesSent()).isFalse();
        assertThat(settings.compatibilityMode()).isTrue();
        assertThat(settings.closeAcknowledged()).isFalse();
        assertThat(settings.truncationReported()).isTrue();
        assertThat(settings.extendedMasterSecretRequired()).isFalse();
        assertThat(settings.renegotiationInfoRequired()).isEmpty();
        assertThat(settings.revocationChecked()).isFalse();
        assertThat(settings.longestMessage()).isEmpty();
        assertThat(settings.longestChain(true)).isEqualTo(10);
        assertThat(settings.longestChain(false)).isEqualTo(10);
        assertThat(settings.sessionCacheSize()).isEqualTo(20_480);
        assertThat(settings.clientsResume()).isTrue();
        assertThat(settings.serversResume()).isTrue();
        assertThat(settings.serverSessionTimeout()).isEmpty();
        assertThat(settings.ticketKeyRotation()).isEqualTo(3600);
        assertThat(settings.tickets()).isEqualTo(2);
        assertThat(settings.keyLog()).isEmpty();
    }

    @Test
    void listsAreSplitAtCommasAndMayBeQuoted() {
        SystemSettings settings = read(Map.of(
                "jdk.tls.client.protocols", " TLSv1.2 , TLSv1.3,",
                "jdk.tls.server.cipherSuites", "\"TLS_AES_128_GCM_SHA256,TLS_AES_256_GCM_SHA384\"",
                "jdk.tls.namedGroups", " "));
        assertThat(settings.clientProtocols()).containsExactly("TLSv1.2", "TLSv1.3");
        assertThat(settings.serverProtocols()).isEmpty();
        assertThat(settings.serverSuites()).containsExactly("TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384");
        assertThat(settings.namedGroups()).isEmpty();
    }

    @Test
    void switchesSayTrueOrFalse() {
        SystemSettings settings = read(Map.of(
                "jsse.enableSNIExtension", "false",
                "jdk.tls.client.enableCAExtension", "TRUE",
                "jdk.tls.client.useCompatibilityMode", "false",
                "jdk.tls.allowLegacyMasterSecret", "false",
                "sun.security.ssl.allowLegacyHelloMessages", "false",
                "com.sun.net.ssl.checkRevocation", "true"));
        assertThat(settings.namesSent()).isFalse();
        assertThat(settings.authoritiesSent()).isTrue();
        assertThat(settings.compatibilityMode()).isFalse();
        assertThat(settings.extendedMasterSecretRequired()).isTrue();
        assertThat(settings.renegotiationInfoRequired()).contains(true);
        assertThat(settings.revocationChecked()).isTrue();
    }

    @Test
    void theLengthOfChainsMayDifferByRole() {
        SystemSettings both = read(Map.of("jdk.tls.maxCertificateChainLength", "3"));
        assertThat(List.of(both.longestChain(true), both.longestChain(false))).containsExactly(3, 3);
        SystemSettings one = read(Map.of(
                "jdk.tls.maxCertificateChainLength", "3", "jdk.tls.client.maxInboundCertificateChainLength", "4"));
        assertThat(List.of(one.longestChain(true), one.longestChain(false))).containsExactly(4, 3);
        assertThat(read(Map.of("jdk.tls.server.maxInboundCertificateChainLength", "-1"))
                        .longestChain(false))
                .isEqualTo(10);
    }

    /** As with the JDK; who mistypes a limit is left with the default one. */
    @Test
    void whatIsNoNumberIsPassedOver() {
        SystemSettings settings = read(Map.of(
                "jdk.tls.maxHandshakeMessageSize", "much",
                "jdk.tls.maxCertificateChainLength", "3 or 4",
                "javax.net.ssl.sessionCacheSize", "99999999999"));
        assertThat(settings.longestMessage()).isEmpty();
        assertThat(settings.longestChain(true)).isEqualTo(10);
        assertThat(settings.sessionCacheSize()).isEqualTo(20_480);
        assertThat(read(Map.of("jdk.tls.maxHandshakeMessageSize", "0x10000")).longestMessage())
                .contains(65536);
    }

    @Test
    void thePageNamesExactlyThosePropertiesThatAreRead() throws Exception {
        Set<String> read = new TreeSet<>(Set.of(DisabledAlgorithms.PROPERTY));
        SystemSettings.read(name -> {
            read.add(name);
            return null;
        });
        Map<String, String> rows = rows();
        assertThat(rows).hasSizeGreaterThan(90);
        Set<String> honoured = new TreeSet<>(rows.keySet());
        honoured.removeIf(name -> !rows.get(name).equals("honoured"));
        assertThat(honoured).isEqualTo(read);
        assertThat(rows.values()).isSubsetOf("honoured", "default", "by the JDK", "as if", "no");
    }

    private static Map<String, String> rows() throws Exception {
        Map<String, String> rows = new TreeMap<>();
        ROW.matcher(Files.readString(PAGE)).results().forEach(row -> {
            assertThat(rows).doesNotContainKey(row.group(1));
            rows.put(row.group(1), row.group(2).strip());
        });
        return rows;
    }

    private static SystemSettings read(Map<String, String> properties) {
        return SystemSettings.read(properties::get);
    }
}
