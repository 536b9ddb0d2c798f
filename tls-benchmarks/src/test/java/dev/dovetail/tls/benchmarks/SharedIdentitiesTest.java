package dev.dovetail.tls.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.certificates.CertificateSignature;
import dev.dovetail.tls.certificates.KeyKind;
import java.nio.file.Path;
import java.security.Signature;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedIdentitiesTest {

    private static final byte[] CONTENT = {1, 2, 3};

    @Test
    void whoeverReadsThemGetsTheSameAndItsKeyFits() throws Exception {
        try (SharedIdentities shared = SharedIdentities.make()) {
            assertThat(SharedIdentities.kinds()).containsExactlyInAnyOrder(KeyKind.EC_P256, KeyKind.RSA_2048);
            for (KeyKind kind : SharedIdentities.kinds()) {
                ServerIdentity one = shared.read(kind);
                assertThat(shared.read(kind)).isEqualTo(one);
                assertFits(kind, one);
            }
        }
    }

    private static void assertFits(KeyKind kind, ServerIdentity server) throws Exception {
        assertThat(KeyKind.of(server.chain().get(0).getPublicKey())).isEqualTo(kind);
        server.chain().get(0).verify(server.root().getPublicKey());
        CertificateSignature usual = kind.usualSignature();
        String algorithm = usual == CertificateSignature.RSA_SHA256 ? "SHA256withRSA" : "SHA256withECDSA";
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(server.privateKey());
        signature.update(CONTENT);
        byte[] signed = signature.sign();
        signature.initVerify(server.chain().get(0));
        signature.update(CONTENT);
        assertThat(signature.verify(signed)).isTrue();
    }

    /** A JVM that made one of its own would be measured with another than the rest. */
    @Test
    void aMeasuredJvmThatDoesNotFindThemFails(@TempDir Path empty) {
        Measurement measured = Plan.all(PlanFilter.Extent.QUICK).measurements().get(0);
        String flag = new SharedIdentities(empty).flag();
        assertThatThrownBy(() -> new Trial(measured, Length.QUICK, 1, List.of(flag)).run())
                .isInstanceOfSatisfying(
                        Trial.FailedException.class,
                        failed -> assertThat(failed.output()).contains("there is no server with EC_P256"));
    }

    @Test
    void nothingOfThemIsLeftBehind() throws Exception {
        SharedIdentities shared = SharedIdentities.make();
        assertThat(shared.directory()).isNotEmptyDirectory();
        shared.close();
        shared.close();
        assertThat(shared.directory()).doesNotExist();
    }
}
