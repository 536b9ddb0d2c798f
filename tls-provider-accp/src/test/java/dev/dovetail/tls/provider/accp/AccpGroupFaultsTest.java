package dev.dovetail.tls.provider.accp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.certificates.KeyKind;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whose fault it is when an agreement fails. */
class AccpGroupFaultsTest {

    private final AccpGroup group = new AccpSecp256r1();

    @BeforeAll
    static void needsTheProvider() {
        Here.isAccp();
    }

    @Test
    void doesNotBlameThePeerForOurOwnKey() throws Exception {
        PublicKey peer = group.decode(group.generate(new SecureRandom()).share());
        PrivateKey destroyed = generated().getPrivate();
        destroyed.destroy();
        PrivateKey ofAnotherKind = KeyKind.RSA_2048.generate().getPrivate();

        for (PrivateKey own : new PrivateKey[] {destroyed, ofAnotherKind}) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> group.agree(own, peer))
                    .withMessageContaining("our own key");
        }
    }

    @Test
    void blamesThePeerForAPointThatIsNotOnTheCurve() throws Exception {
        byte[] share = group.generate(new SecureRandom()).share();
        share[40] ^= 1;
        PublicKey onAnother = new AccpSecp384r1()
                .decode(new AccpSecp384r1().generate(new SecureRandom()).share());
        assertThatExceptionOfType(IllegalShareException.class)
                .isThrownBy(() -> group.encapsulate(share, new SecureRandom()));
        assertThatExceptionOfType(IllegalShareException.class)
                .isThrownBy(() -> group.agree(generated().getPrivate(), onAnother));
    }

    @Test
    void destroysThePrivateKeyOfAPairWithoutAShare() throws Exception {
        PrivateKey key = generated().getPrivate();
        KeyPair odd = new KeyPair(KeyKind.EC_P384.generate().getPublic(), key);

        assertThatIllegalStateException().isThrownBy(() -> group.pair(odd)).withMessageContaining("another form");
        assertThat(key.isDestroyed()).isTrue();
    }

    @Test
    void aPairMayBeClosedTwiceAndThenRefuses() throws Exception {
        byte[] share = group.generate(new SecureRandom()).share();
        PrivateKey key = generated().getPrivate();
        AccpPair pair = new AccpPair(group, key, share);
        try (Secret secret = pair.decapsulate(share)) {
            assertThat(secret.length()).isEqualTo(32);
        }
        pair.close();
        pair.close();
        assertThat(key.isDestroyed()).isTrue();
        assertThatIllegalStateException()
                .isThrownBy(() -> pair.decapsulate(share))
                .withMessageContaining("closed");
    }

    private static KeyPair generated() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", Accp.provider());
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }
}
