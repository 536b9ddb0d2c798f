package dev.dovetail.tls.provider.accp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.dovetail.tls.api.Secret;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is left of a key when its MAC is closed, and who may close when. */
final class AccpHmacClosingTest {

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] TEXT = {1, 2, 3};

    @BeforeAll
    static void needsTheProvider() {
        Here.isAccp();
    }

    /** A key of zeros would be what the destroyed one is, to whoever compares bytes. */
    @Test
    void leavesAKeyThatIsNotWhatTheDestroyedOneLooksLike() throws GeneralSecurityException {
        byte[] key = key();
        Mac dropped = Mac.getInstance(ALGORITHM, Accp.provider());
        KeyedHmac keyed = new KeyedHmac(dropped, own(key), 32);
        for (int i = 0; i < 3; i++) finish(keyed);
        keyed.close();
        keyed.close();

        assertThat(dropped.doFinal(TEXT))
                .isNotEqualTo(expected(key))
                .isNotEqualTo(expected(new byte[32]))
                .isEqualTo(expected(new byte[] {1}));
        dropped.init(new SecretKeySpec(new byte[32], ALGORITHM));
        assertThat(dropped.doFinal(TEXT)).isEqualTo(expected(new byte[32]));
    }

    @Test
    void aMacInHandIsFinishedWithItsKeyWhenItIsClosed() throws GeneralSecurityException {
        byte[] key = key();
        HmacKey own = own(key);
        byte[] bytes = own.getEncoded();
        KeyedHmac keyed = new KeyedHmac(Mac.getInstance(ALGORITHM, Accp.provider()), own, 32);

        Mac mac = keyed.begin();
        keyed.close();
        assertThat(mac.doFinal(TEXT)).isEqualTo(expected(key));
        keyed.end(mac);

        assertThat(own.isDestroyed()).isTrue();
        assertThat(bytes).containsOnly(0);
        assertThatIllegalStateException().isThrownBy(() -> finish(keyed)).withMessageContaining("closed");
    }

    private static void finish(KeyedHmac keyed) {
        keyed.update(TEXT, 0, TEXT.length);
        keyed.finish(new byte[32], 0);
    }

    private static byte[] expected(byte[] key) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(ALGORITHM, "SunJCE");
        mac.init(new SecretKeySpec(key, ALGORITHM));
        return mac.doFinal(TEXT);
    }

    private static byte[] key() {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) 7);
        return key;
    }

    private static HmacKey own(byte[] key) {
        try (Secret secret = Secret.of(key.clone())) {
            return HmacKey.copyOf(secret, ALGORITHM);
        }
    }
}
