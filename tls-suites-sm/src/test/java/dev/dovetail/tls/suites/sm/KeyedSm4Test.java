package dev.dovetail.tls.suites.sm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.dovetail.tls.api.Secret;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.AEADBlockCipher;
import org.bouncycastle.crypto.modes.CCMBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left in BouncyCastle's objects after close. */
final class KeyedSm4Test {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leavesNeitherKeyNorText(boolean ccm) throws Exception {
        try (Secret secret = Secret.of(filled(16))) {
            KeyedSm4 keyed = ccm ? KeyedSm4.ccm(true, secret) : KeyedSm4.gcm(true, secret);
            byte[] text = filled(300);
            AEADBlockCipher mode = keyed.begin(new byte[12], new byte[0], 0, text.length);
            byte[] out = new byte[text.length + 16];
            mode.doFinal(out, mode.processBytes(text, 0, text.length, out, 0));
            keyed.close();
            keyed.close();
            byte[] block = new byte[16];
            mode.getUnderlyingCipher().processBlock(block, 0, block, 0);
            SM4Engine blank = new SM4Engine();
            blank.init(true, new KeyParameter(new byte[16]));
            byte[] wanted = new byte[16];
            blank.processBlock(wanted, 0, wanted, 0);
            assertThat(block).isEqualTo(wanted);
            if (mode instanceof CCMBlockCipher) assertThat(buffered(mode)).doesNotContain(0x5a);
            assertThatIllegalStateException().isThrownBy(() -> keyed.begin(new byte[12], new byte[0], 0, 0));
        }
    }

    /** What it collected last, which it has no method for. */
    private static byte[] buffered(AEADBlockCipher mode) throws ReflectiveOperationException {
        Field data = mode.getClass().getDeclaredField("data");
        data.setAccessible(true);
        Method buffer = data.getType().getDeclaredMethod("getBuffer");
        buffer.setAccessible(true);
        return ((byte[]) buffer.invoke(data.get(mode))).clone();
    }

    private static byte[] filled(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 0x5a);
        return bytes;
    }
}
