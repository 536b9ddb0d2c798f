package dev.dovetail.tls.suites.ecdhe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.spi.Part;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of the parts where somebody excluded BouncyCastle. */
class MissingBouncyCastleTest {

    private static final List<Class<? extends Part>> BOUNCY_CASTLE = List.of(
            BouncyCastleX25519.class,
            BouncyCastleX448.class,
            BouncyCastleSecp256r1.class,
            BouncyCastleSecp384r1.class,
            BouncyCastleSecp521r1.class);

    private static final List<Class<? extends Part>> JDK =
            List.of(JdkX25519.class, JdkX448.class, JdkSecp256r1.class, JdkSecp384r1.class, JdkSecp521r1.class);

    @Test
    void reportsItsOwnPartsAsUnavailableAndKeepsTheJdks() throws Exception {
        URL[] withoutBouncyCastle = {home(JdkX25519.class), home(Part.class)};
        try (URLClassLoader loader = new URLClassLoader(withoutBouncyCastle, ClassLoader.getPlatformClassLoader())) {
            for (Class<? extends Part> part : BOUNCY_CASTLE) {
                assertThat(reason(loader, part))
                        .hasValueSatisfying(reason -> assertThat(reason).contains("org.bouncycastle:bcprov-jdk18on"));
            }
            for (Class<? extends Part> part : JDK)
                assertThat(reason(loader, part)).isEmpty();
        }
    }

    /** Through reflection, because classes of another loader are other classes. */
    @SuppressWarnings("unchecked")
    private static Optional<String> reason(ClassLoader loader, Class<?> type) throws Exception {
        Object part = loader.loadClass(type.getName()).getConstructor().newInstance();
        // The method of the interface: the classes that implement it are not public.
        Object availability =
                loader.loadClass(Part.class.getName()).getMethod("availability").invoke(part);
        return (Optional<String>) availability.getClass().getMethod("reason").invoke(availability);
    }

    private static URL home(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }
}
