package dev.dovetail.tls.provider.accp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.Part;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.handshake.ConnectionInfo;
import dev.dovetail.tls.testkit.Loopback;
import dev.dovetail.tls.testkit.LoopbackEnd;
import dev.dovetail.tls.testkit.Pairing;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Connections of two sides that share no code: one with each part from ACCP, the other with none. */
class AccpHandshakeTest {

    private static final List<Class<? extends Part>> KINDS = List.of(
            dev.dovetail.tls.api.spi.BulkCipher.class,
            dev.dovetail.tls.api.spi.HashAlgorithm.class,
            dev.dovetail.tls.api.spi.KeyExchange.class,
            dev.dovetail.tls.api.spi.Mac.class,
            NamedGroup.class,
            dev.dovetail.tls.api.spi.SignatureScheme.class);

    private static final String CASES = """
            1.3, TLS_AES_128_GCM_SHA256, secp256r1, EC_P256, ecdsa_secp256r1_sha256
            1.3, TLS_AES_256_GCM_SHA384, secp384r1, EC_P384, ecdsa_secp384r1_sha384
            1.3, TLS_AES_128_GCM_SHA256, secp521r1, EC_P521, ecdsa_secp521r1_sha512
            1.3, TLS_AES_128_GCM_SHA256, secp256r1, ED25519, ed25519
            1.3, TLS_AES_128_GCM_SHA256, secp256r1, RSA_2048, rsa_pss_rsae_sha256
            1.3, TLS_AES_128_GCM_SHA256, secp256r1, RSASSA_PSS_2048, rsa_pss_pss_sha384
            1.2, TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, secp256r1, EC_P256, ecdsa_secp256r1_sha256
            1.2, TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384, secp384r1, RSA_2048, rsa_pkcs1_sha256
            1.2, TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA, secp256r1, RSA_2048, rsa_pss_rsae_sha512
            1.2, TLS_RSA_WITH_AES_128_GCM_SHA256, secp256r1, RSA_2048, rsa_pkcs1_sha256
            """;

    @BeforeAll
    static void needsTheProvider() {
        Here.isAccp();
    }

    @ParameterizedTest
    @CsvSource(textBlock = CASES)
    void aClientWithPartsOfAccpUnderstandsAServerWithout(
            String version, String suite, String group, KeyKind key, String scheme) {
        connects(chosen(accp(), version, suite, group, scheme), chosen(others(), version, suite, group, scheme), key);
    }

    @ParameterizedTest
    @CsvSource(textBlock = CASES)
    void aServerWithPartsOfAccpUnderstandsAClientWithout(
            String version, String suite, String group, KeyKind key, String scheme) {
        connects(chosen(others(), version, suite, group, scheme), chosen(accp(), version, suite, group, scheme), key);
    }

    private static void connects(Selection client, Selection server, KeyKind key) {
        Pairing pairing =
                Pairing.of(server).with(Request.server(Pairing.SERVER_NAME).key(key));
        byte[] text = new byte[40_000];
        Arrays.fill(text, (byte) 0x2a);
        try (Loopback connection = Loopback.between(pairing.with(client).client(), pairing.server())) {
            connection.handshake();
            assertComputed(connection.client(), client);
            assertComputed(connection.server(), server);
            assertThat(connection.exchange(Role.CLIENT, text)).isEqualTo(text);
            assertThat(connection.exchange(Role.SERVER, text)).isEqualTo(text);
            connection.closeBothWays();
        }
    }

    /** Each end with its own parts: what the selection holds is what was used. */
    private static void assertComputed(LoopbackEnd end, Selection selection) {
        ConnectionInfo info = end.engine().info().orElseThrow();
        boolean accp = selection.groups().get(0).implementation().equals(Accp.NAME);
        assertThat(info.suite().hash().implementation().equals(Accp.NAME)).isEqualTo(accp);
        assertThat(selection.suites().get(0).hash().implementation().equals(Accp.NAME))
                .isEqualTo(accp);
        info.group()
                .ifPresent(group ->
                        assertThat(group.implementation().equals(Accp.NAME)).isEqualTo(accp));
        Stream.concat(info.ownScheme().stream(), info.peerScheme().stream())
                .forEach(scheme ->
                        assertThat(scheme.implementation().equals(Accp.NAME)).isEqualTo(accp));
    }

    private static Selection chosen(Catalog catalog, String version, String suite, String group, String scheme) {
        ProtocolVersion only = version.equals("1.3") ? ProtocolVersion.TLS_1_3 : ProtocolVersion.TLS_1_2;
        return Selection.compatible(catalog)
                .versions(only, only)
                .suites(suite)
                .groups(group)
                .signing(scheme)
                .verifying(scheme)
                .certificates("ecdsa_secp256r1_sha256");
    }

    private static Catalog accp() {
        Catalog catalog = Catalog.discover();
        for (Class<? extends Part> kind : KINDS) {
            for (Part part : ServiceLoader.load(kind)) {
                if (part.implementation().equals(Accp.NAME)) catalog = catalog.prefer(part.name(), Accp.NAME);
            }
        }
        return catalog;
    }

    /** As if the module were not there. */
    private static Catalog others() {
        java.util.ArrayList<Object> parts = new java.util.ArrayList<>();
        for (Class<? extends Part> kind : KINDS) {
            for (Part part : ServiceLoader.load(kind)) {
                if (!part.implementation().equals(Accp.NAME)) parts.add(part);
            }
        }
        ServiceLoader.load(dev.dovetail.tls.api.spi.SuiteProvider.class).forEach(parts::add);
        return Catalog.of(parts.toArray());
    }
}
