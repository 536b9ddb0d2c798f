package dev.dovetail.tls.signatures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.spi.SignatureScheme;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Security;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECParameterSpec;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys that do not show their bytes are used by the provider that has them. */
class DeviceKeysTest {

    private static final byte[] CONTENT = new byte[130];

    // Last in the list and for its own keys only, so tests beside this one do not notice it.
    private static final DeviceProvider DEVICE = new DeviceProvider();

    @BeforeAll
    static void plugIn() {
        Security.addProvider(DEVICE);
    }

    @AfterAll
    static void unplug() {
        Security.removeProvider(DEVICE.getName());
    }

    private static List<SignatureScheme> all() {
        return Schemes.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void signsWithAKeyThatStaysInItsDevice(SignatureScheme scheme) throws GeneralSecurityException {
        KeyPair pair = Keys.of(scheme);
        PrivateKey handle = new DeviceProvider.DeviceKey(pair.getPrivate());
        byte[] signature = scheme.sign(handle, CONTENT, new SecureRandom());
        assertThat(scheme.verify(pair.getPublic(), CONTENT, signature)).isTrue();
    }

    /** Some devices' keys look like open ones and refuse when asked. */
    @Test
    void leavesAKeyAloneThatRefusesToShowItsScalar() {
        ECPrivateKey open = (ECPrivateKey) Keys.secp256r1().getPrivate();
        PrivateKey refusing = new ECPrivateKey() {
            private static final long serialVersionUID = 1L;

            @Override
            public java.math.BigInteger getS() {
                throw new UnsupportedOperationException("never");
            }

            @Override
            public ECParameterSpec getParams() {
                return open.getParams();
            }

            @Override
            public String getAlgorithm() {
                return "EC";
            }

            @Override
            public String getFormat() {
                return "PKCS#8";
            }

            @Override
            public byte[] getEncoded() {
                return null;
            }
        };
        for (SignatureScheme scheme : Schemes.of("ecdsa_secp256r1_sha256")) {
            // No provider here has that key, so nobody can sign; what matters is the kind of refusal.
            assertThatThrownBy(() -> scheme.sign(refusing, CONTENT, new SecureRandom()))
                    .isInstanceOf(GeneralSecurityException.class);
        }
    }
}
