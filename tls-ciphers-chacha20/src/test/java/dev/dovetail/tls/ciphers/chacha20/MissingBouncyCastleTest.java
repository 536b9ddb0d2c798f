package dev.dovetail.tls.ciphers.chacha20;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.spi.AeadCipher;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of the parts where somebody excluded BouncyCastle. */
final class MissingBouncyCastleTest {

    @Test
    @SuppressWarnings("unchecked")
    void reportsItsOwnPartAsUnavailableAndKeepsTheJdks() throws Exception {
        URL[] withoutBouncyCastle = {home(JdkChaCha20Poly1305.class), home(AeadCipher.class)};
        try (URLClassLoader loader = new URLClassLoader(withoutBouncyCastle, ClassLoader.getPlatformClassLoader())) {
            assertThat((Optional<String>) reason(loader, BouncyCastleChaCha20Poly1305.class))
                    .hasValueSatisfying(reason -> assertThat(reason).contains("org.bouncycastle:bcprov-jdk18on"));
            assertThat((Optional<String>) reason(loader, JdkChaCha20Poly1305.class))
                    .isEmpty();
        }
    }

    /** Through reflection, because classes of another loader are other classes. */
    private static Object reason(ClassLoader loader, Class<?> type) throws Exception {
        Object part = loader.loadClass(type.getName()).getConstructor().newInstance();
        Object availability = part.getClass().getMethod("availability").invoke(part);
        return availability.getClass().getMethod("reason").invoke(availability);
    }

    private static URL home(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }
}
