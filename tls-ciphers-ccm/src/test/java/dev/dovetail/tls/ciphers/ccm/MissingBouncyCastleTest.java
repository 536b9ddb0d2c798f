package dev.dovetail.tls.ciphers.ccm;

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
            BouncyCastleAes128Ccm.class,
            BouncyCastleAes256Ccm.class,
            BouncyCastleAes128Ccm8.class,
            BouncyCastleAes256Ccm8.class);

    private static final List<Class<? extends Part>> JDK =
            List.of(JdkAes128Ccm.class, JdkAes256Ccm.class, JdkAes128Ccm8.class, JdkAes256Ccm8.class);

    @Test
    void reportsItsOwnPartsAsUnavailableAndKeepsTheJdks() throws Exception {
        URL[] withoutBouncyCastle = {home(JdkAes128Ccm.class), home(Part.class)};
        try (URLClassLoader loader = new URLClassLoader(withoutBouncyCastle, ClassLoader.getPlatformClassLoader())) {
            for (Class<? extends Part> part : BOUNCY_CASTLE) {
                assertThat(reason(loader, part))
                        .hasValueSatisfying(reason -> assertThat(reason).contains("org.bouncycastle:bcprov-jdk18on"));
            }
            for (Class<? extends Part> part : JDK) {
                assertThat(reason(loader, part)).isEmpty();
            }
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
