package dev.dovetail.tls.suites.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.spi.Part;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of the parts where somebody excluded BouncyCastle. */
class MissingBouncyCastleTest {

    private static final List<Class<? extends Part>> PARTS =
            List.of(DesCbc.class, TripleDesEdeCbc.class, SeedCbc.class);

    @Test
    void reportsItsPartsAsUnavailable() throws Exception {
        URL[] withoutBouncyCastle = {home(DesCbc.class), home(Part.class)};
        try (URLClassLoader loader = new URLClassLoader(withoutBouncyCastle, ClassLoader.getPlatformClassLoader())) {
            for (Class<? extends Part> part : PARTS) {
                assertThat(reason(loader, part))
                        .hasValueSatisfying(reason -> assertThat(reason).contains("org.bouncycastle:bcprov-jdk18on"));
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
