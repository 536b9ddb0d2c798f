package dev.dovetail.tls.provider.accp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.certificates.KeyKind;
import java.lang.ref.Reference;
import java.lang.reflect.Proxy;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Security;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys of other providers on their way to ACCP. */
class TakenKeysTest {

    private static final byte[] CONTENT = {1, 2, 3};

    /** What the key itself answers. */
    private static final Object KEY = new Object();

    // Last in the list and for its own keys only, so tests beside this one do not notice it.
    private static final DeviceProvider DEVICE = new DeviceProvider();

    @BeforeAll
    static void needsTheProvider() {
        Here.isAccp();
        Security.addProvider(DEVICE);
    }

    @AfterAll
    static void unplug() {
        Security.removeProvider(DEVICE.getName());
    }

    private static List<Arguments> schemes() {
        return List.of(
                Arguments.of(new AccpEcdsaSecp256r1Sha256(), KeyKind.EC_P256),
                Arguments.of(new AccpEcdsaSecp384r1Sha384(), KeyKind.EC_P384),
                Arguments.of(new AccpEcdsaSecp521r1Sha512(), KeyKind.EC_P521),
                Arguments.of(new AccpEd25519(), KeyKind.ED25519),
                Arguments.of(new AccpRsaPkcs1Sha256(), KeyKind.RSA_2048),
                Arguments.of(new AccpRsaPssRsaeSha256(), KeyKind.RSA_2048),
                Arguments.of(new AccpRsaPssPssSha384(), KeyKind.RSASSA_PSS_2048));
    }

    @Test
    void takesAPrivateKeyOverOnce() throws Exception {
        TakenKeys keys = TakenKeys.ec();
        PrivateKey one = KeyKind.EC_P256.generate().getPrivate();
        PrivateKey other = KeyKind.EC_P384.generate().getPrivate();

        try (TakenKey taken = keys.take(one);
                TakenKey again = keys.take(one);
                TakenKey another = keys.take(other)) {
            assertThat(taken.key().orElseThrow()).isNotSameAs(one);
            assertThat(again).isSameAs(taken);
            assertThat(another.key().orElseThrow()).isNotSameAs(taken.key().orElseThrow());
            assertThat(keys.size()).isEqualTo(2);
        }
        Reference.reachabilityFence(one);
        Reference.reachabilityFence(other);
    }

    @Test
    void keepsAKeyThatNobodyUsesJustNow() throws Exception {
        TakenKeys keys = TakenKeys.rsa();
        PrivateKey original = KeyKind.RSA_2048.generate().getPrivate();
        PrivateKey own = used(keys, original);
        assertThat(own.isDestroyed()).isFalse();
        assertThat(used(keys, original)).isSameAs(own);
    }

    /** One key, one copy in native memory, whatever it signs and decrypts. */
    @Test
    void allSchemesOfAnAlgorithmShareWhatTheyTakeOver() throws Exception {
        PrivateKey original = KeyKind.RSA_2048.generate().getPrivate();
        AtomicInteger shown = new AtomicInteger();
        PrivateKey counting = stand(original, RSAPrivateCrtKey.class, method -> {
            if (method.equals("getPrivateExponent")) shown.incrementAndGet();
            return KEY;
        });
        for (SignatureScheme scheme :
                List.of(new AccpRsaPkcs1Sha256(), new AccpRsaPkcs1Sha512(), new AccpRsaPssRsaeSha256())) {
            scheme.sign(counting, CONTENT, new SecureRandom());
            scheme.sign(counting, CONTENT, new SecureRandom());
        }
        assertThat(shown).hasValue(1);
    }

    /** What the collector does is not ours to time: here only that it leads to the end of ACCP's key. */
    @Test
    void destroysAKeyWhoseOriginalIsCollected() throws Exception {
        TakenKeys keys = TakenKeys.ec();
        PrivateKey own = used(keys, KeyKind.EC_P256.generate().getPrivate());
        for (int tries = 0; tries < 500 && !own.isDestroyed(); tries++) {
            System.gc();
            Thread.yield();
        }
        assertThat(own.isDestroyed()).isTrue();
        assertThat(keys.size()).isZero();
    }

    @Test
    void aKeyInUseOutlivesItsOriginal() throws Exception {
        TakenKeys keys = TakenKeys.rsa();
        PrivateKey mortal =
                mortal((RSAPrivateCrtKey) KeyKind.RSA_2048.generate().getPrivate());
        PrivateKey own;
        try (TakenKey inUse = keys.take(mortal)) {
            own = inUse.key().orElseThrow();
            mortal.destroy();
            assertThatExceptionOfType(InvalidKeyException.class).isThrownBy(() -> keys.take(mortal));
            assertThat(keys.size()).isZero();
            assertThat(own.isDestroyed()).isFalse();
        }
        assertThat(own.isDestroyed()).isTrue();
    }

    @Test
    void takingOneOverDropsThoseThatWereDestroyedMeanwhile() throws Exception {
        TakenKeys keys = TakenKeys.rsa();
        PrivateKey mortal =
                mortal((RSAPrivateCrtKey) KeyKind.RSA_2048.generate().getPrivate());
        PrivateKey own = used(keys, mortal);
        mortal.destroy();
        PrivateKey other = KeyKind.RSA_2048.generate().getPrivate();
        used(keys, other);

        assertThat(own.isDestroyed()).isTrue();
        assertThat(keys.size()).isEqualTo(1);
        Reference.reachabilityFence(mortal);
        Reference.reachabilityFence(other);
    }

    @Test
    void leavesAKeyOfAccpsToItsOwner() throws Exception {
        TakenKeys keys = TakenKeys.ec();
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", Accp.provider());
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        PrivateKey theirs = generator.generateKeyPair().getPrivate();

        assertThat(used(keys, theirs)).isSameAs(theirs);
        assertThat(keys.size()).isZero();
        assertThat(theirs.isDestroyed()).isFalse();
    }

    @Test
    void doesNotAskAKeyAgainThatRefused() throws Exception {
        TakenKeys keys = TakenKeys.ec();
        AtomicInteger asked = new AtomicInteger();
        PrivateKey refusing = stand(KeyKind.EC_P256.generate().getPrivate(), ECPrivateKey.class, method -> {
            if (method.equals("getEncoded")) asked.incrementAndGet();
            return method.equals("getEncoded") ? null : KEY;
        });
        keys.take(refusing).close();
        int once = asked.get();
        for (int i = 0; i < 3; i++) {
            try (TakenKey taken = keys.take(refusing)) {
                assertThat(taken.key()).isEmpty();
            }
        }
        assertThat(once).isPositive();
        assertThat(asked).hasValue(once);
    }

    @Test
    void takesPublicKeysOverEachTimeAndKeepsNone() throws Exception {
        TakenKeys keys = TakenKeys.rsa();
        keys.take(KeyKind.RSA_2048.generate().getPublic());
        assertThat(keys.size()).isZero();
    }

    @Test
    void forgetsAKeyThatWasDestroyed() throws Exception {
        TakenKeys keys = TakenKeys.rsa();
        PrivateKey original = KeyKind.RSA_2048.generate().getPrivate();
        PrivateKey mortal = mortal((RSAPrivateCrtKey) original);
        PrivateKey own = used(keys, mortal);
        mortal.destroy();

        assertThatExceptionOfType(InvalidKeyException.class)
                .isThrownBy(() -> keys.take(mortal))
                .withMessageContaining("destroyed");
        assertThat(keys.size()).isZero();
        assertThat(own.isDestroyed()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void leavesAKeyThatDoesNotShowItselfWhereItLives(SignatureScheme scheme, KeyKind kind) throws Exception {
        KeyPair pair = kind.generate();
        PrivateKey handle = new DeviceProvider.DeviceKey(pair.getPrivate());
        byte[] signature = scheme.sign(handle, CONTENT, new SecureRandom());
        assertThat(scheme.verify(pair.getPublic(), CONTENT, signature)).isTrue();
    }

    /** Some devices' keys look like open ones and refuse when asked: a provider here may still have them, ACCP has not. */
    @Test
    void doesNotTakeAKeyThatRefusesToShowItself() throws Exception {
        PrivateKey refusing = refusing((ECPrivateKey) KeyKind.EC_P256.generate().getPrivate());

        try (TakenKey taken = TakenKeys.ec().take(refusing)) {
            assertThat(taken.key()).isEmpty();
        }
        assertThatExceptionOfType(GeneralSecurityException.class)
                .isThrownBy(() -> new AccpEcdsaSecp256r1Sha256().sign(refusing, CONTENT, new SecureRandom()));
    }

    /** What ACCP has got, taken and let go. */
    private static PrivateKey used(TakenKeys keys, PrivateKey key) throws GeneralSecurityException {
        try (TakenKey taken = keys.take(key)) {
            return taken.key().orElseThrow();
        }
    }

    private static PrivateKey mortal(RSAPrivateCrtKey key) {
        AtomicBoolean destroyed = new AtomicBoolean();
        return stand(key, RSAPrivateCrtKey.class, method -> switch (method) {
            case "destroy" -> {
                destroyed.set(true);
                yield null;
            }
            case "isDestroyed" -> destroyed.get();
            default -> KEY;
        });
    }

    private static PrivateKey refusing(ECPrivateKey key) {
        return stand(key, ECPrivateKey.class, method -> switch (method) {
            case "getEncoded", "getS" -> null;
            default -> KEY;
        });
    }

    /** The key, except for some of its methods. */
    private static PrivateKey stand(PrivateKey key, Class<?> kind, Function<String, Object> answers) {
        return (PrivateKey) Proxy.newProxyInstance(
                TakenKeysTest.class.getClassLoader(), new Class<?>[] {kind}, (self, method, arguments) -> {
                    Object answer = answers.apply(method.getName());
                    return answer == KEY ? method.invoke(key, arguments) : answer;
                });
    }
}
