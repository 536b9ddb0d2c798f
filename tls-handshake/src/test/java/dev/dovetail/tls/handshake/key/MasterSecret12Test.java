package dev.dovetail.tls.handshake.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.handshake.testparts.JdkHash;
import dev.dovetail.tls.handshake.testparts.TestBytes;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MasterSecret12Test {

    private static final byte[] CLIENT = filled(32, 1);
    private static final byte[] SERVER = filled(32, 2);

    @Test
    void exportsWithoutContextFromBothRandoms() {
        try (MasterSecret12 master = master();
                Secret exported = master.export("EXPORTER-test", null, 40);
                Secret expected = new Prf12(JdkHash.sha256())
                        .derive(master.secret(), "EXPORTER-test", joined(CLIENT, SERVER), 40)) {
            assertThat(TestBytes.of(exported)).isEqualTo(TestBytes.of(expected));
        }
    }

    @Test
    void putsTheLengthOfAContextBeforeIt() {
        byte[] seed = joined(joined(CLIENT, SERVER), new byte[] {0, 3, 7, 8, 9});
        try (MasterSecret12 master = master();
                Secret exported = master.export("EXPORTER-test", new byte[] {7, 8, 9}, 40);
                Secret expected = new Prf12(JdkHash.sha256()).derive(master.secret(), "EXPORTER-test", seed, 40)) {
            assertThat(TestBytes.of(exported)).isEqualTo(TestBytes.of(expected));
        }
    }

    @Test
    void tellsNoContextFromAnEmptyOne() {
        try (MasterSecret12 master = master();
                Secret none = master.export("EXPORTER-test", null, 32);
                Secret empty = master.export("EXPORTER-test", new byte[0], 32)) {
            assertThat(TestBytes.of(none)).isNotEqualTo(TestBytes.of(empty));
        }
    }

    @Test
    void refusesAContextWhoseLengthDoesNotFit() {
        try (MasterSecret12 master = master()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> master.export("EXPORTER-test", new byte[0x10000], 32))
                    .withMessageContaining("65535");
        }
    }

    @Test
    void exportsNothingWithoutExtendedMasterSecret() {
        try (Exporter exporter = Exporter.withoutExtendedMasterSecret()) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> exporter.export("EXPORTER-test", null, 32))
                    .withMessageContaining("extended_master_secret");
        }
    }

    @Test
    void exporterOutlivesTheMasterSecretOfTheHandshake() {
        MasterSecret12 master = master();
        try (Exporter exporter = Exporter.tls12(master);
                Secret before = master.export("EXPORTER-test", null, 32)) {
            master.close();
            try (Secret after = exporter.export("EXPORTER-test", null, 32)) {
                assertThat(TestBytes.of(after)).isEqualTo(TestBytes.of(before));
            }
            assertThat(master.secret().isClosed()).isTrue();
        }
    }

    private static MasterSecret12 master() {
        try (Secret premaster = Secret.of(filled(48, 3))) {
            return MasterSecret12.of(JdkHash.sha256(), premaster, CLIENT, SERVER);
        }
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
