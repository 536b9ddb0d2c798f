package dev.dovetail.tls.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.certificates.CertificateSignature;
import dev.dovetail.tls.certificates.KeyKind;
import java.nio.file.Path;
import java.security.Signature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedIdentitiesTest {

    private static final byte[] CONTENT = {1, 2, 3};

    @Test
    void whoeverReadsThemGetsTheSameAndItsKeyFits() throws Exception {
        try (Scratch scratch = Scratch.make()) {
            SharedIdentities shared = SharedIdentities.make(scratch);
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

    /** What a measured JVM shows; run in one of its own. */
    public static final class Showing {

        private Showing() {}

        public static void main(String... arguments) {
            System.out.print(SharedIdentities.with(KeyKind.EC_P256).chain().get(0));
        }
    }

    @Test
    void aMeasuredJvmShowsWhatItIsTold() throws Exception {
        try (Scratch scratch = Scratch.make()) {
            SharedIdentities shared = SharedIdentities.make(scratch);
            String shown =
                    FreshJvm.runningAmongAll(Showing.class).with(shared.flag()).run();
            assertThat(shown)
                    .isEqualTo(
                            String.valueOf(shared.read(KeyKind.EC_P256).chain().get(0)));
        }
    }

    /** If it made one of its own it would be measured with another than the rest. */
    @Test
    void aMeasuredJvmThatDoesNotFindThemFails(@TempDir Path empty) {
        FreshJvm lost = FreshJvm.runningAmongAll(Showing.class).with(new SharedIdentities(empty).flag());
        assertThatThrownBy(lost::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("there is no server with EC_P256");
    }
}
