package dev.dovetail.tls.peers;

import dev.dovetail.tls.jsse.DovetailProvider;
import java.io.IOException;
import java.net.URL;
import java.security.Provider;
import java.security.Security;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.jsse.provider.BouncyCastleJsseProvider;
import org.conscrypt.Conscrypt;

/** The JSSE providers that stand beside each other here. None is missing without a word: it says what keeps it away. */
public enum Contender {
    /** Ours. */
    DOVETAIL("Dovetail", DovetailProvider::new),
    /** The JDK's own. */
    SUN("SunJSSE", () -> installed("SunJSSE")),
    /** BouncyCastle's, in Java as well. */
    BOUNCY_CASTLE("BCJSSE", Contender::bouncyCastle),
    /** BoringSSL, a native library. */
    CONSCRYPT("Conscrypt", Contender::conscrypt);

    private static final String UNKNOWN = "unknown";

    private final String label;
    private final Optional<Provider> provider;
    private final String obstacle;

    Contender(String label, Supplier<Provider> supplier) {
        this.label = label;
        Optional<Provider> found = Optional.empty();
        String reason = "";
        try {
            found = Optional.of(supplier.get());
        } catch (IllegalStateException | LinkageError e) {
            reason = label + " is not available: " + e.getMessage();
        }
        this.provider = found;
        this.obstacle = reason;
    }

    /**
     * Finds a contender.
     *
     * @param label its name
     * @return the contender
     * @throws IllegalArgumentException if there is none of that name
     */
    public static Contender named(String label) {
        return Arrays.stream(values())
                .filter(one -> one.label.equalsIgnoreCase(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        label + " is not among the providers here: " + Arrays.toString(values())));
    }

    /**
     * What keeps it away.
     *
     * @return a sentence; empty if it is here
     */
    public Optional<String> obstacle() {
        return provider.isPresent() ? Optional.empty() : Optional.of(obstacle);
    }

    /**
     * The provider, which is not registered anywhere.
     *
     * @return always the same
     * @throws IllegalStateException if it is not available
     */
    public Provider provider() {
        return provider.orElseThrow(() -> new IllegalStateException(obstacle));
    }

    /**
     * Which release it is: the library's, since most providers number themselves otherwise.
     *
     * @return for a table
     */
    public String release() {
        return switch (this) {
            case DOVETAIL -> provider().getVersionStr();
            case SUN -> System.getProperty("java.version");
            case BOUNCY_CASTLE -> bundleVersion(BouncyCastleJsseProvider.class);
            case CONSCRYPT -> bundleVersion(Conscrypt.class);
        };
    }

    /** Its name. */
    @Override
    public String toString() {
        return label;
    }

    private static Provider installed(String name) {
        Provider provider = Security.getProvider(name);
        if (provider == null) throw new IllegalStateException("this JDK has no " + name);
        return provider;
    }

    private static Provider bouncyCastle() {
        Quiet.LOGGER.setLevel(Level.OFF);
        return new BouncyCastleJsseProvider(new BouncyCastleProvider());
    }

    private static Provider conscrypt() {
        if (!Conscrypt.isAvailable()) throw new IllegalStateException("no native library for this machine");
        return Conscrypt.newProviderBuilder().provideTrustManager(true).build();
    }

    private static String bundleVersion(Class<?> inside) {
        URL jar = inside.getProtectionDomain().getCodeSource().getLocation();
        try (JarInputStream content = new JarInputStream(jar.openStream())) {
            Manifest manifest = content.getManifest();
            String version =
                    manifest == null ? null : manifest.getMainAttributes().getValue("Bundle-Version");
            return version == null ? UNKNOWN : version;
        } catch (IOException e) {
            return UNKNOWN;
        }
    }

    /** BouncyCastle's logs two lines for each connection. A logger that nobody holds forgets what it was told. */
    private static final class Quiet {

        static final Logger LOGGER = Logger.getLogger("org.bouncycastle.jsse");
    }
}
