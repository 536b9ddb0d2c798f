package dev.dovetail.tls.suites.sm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.spi.Part;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of the parts where somebody excluded BouncyCastle. */
final class MissingBouncyCastleTest {

    private static final List<Class<? extends Part>> PARTS =
            List.of(Sm4Gcm.class, Sm4Ccm.class, Sm3.class, HmacSm3.class, CurveSm2.class, Sm2SigSm3.class);

    @Test
    void reportsItsPartsAsUnavailable() throws Exception {
        URL[] withoutBouncyCastle = {home(Sm3.class), home(Part.class)};
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
        Object availability =
                loader.loadClass(Part.class.getName()).getMethod("availability").invoke(part);
        return (Optional<String>) availability.getClass().getMethod("reason").invoke(availability);
    }

    private static URL home(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }
}
