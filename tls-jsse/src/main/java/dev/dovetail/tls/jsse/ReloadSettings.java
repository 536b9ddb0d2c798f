package dev.dovetail.tls.jsse;

import dev.dovetail.tls.api.spi.SignatureScheme;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * How files are watched by {@link ReloadingKeyManager} and {@link ReloadingTrustManager}. An immutable value.
 *
 * @param interval the least time between two looks at the files; zero to look in each handshake
 * @param listener hears what becomes of them
 * @param schemes asked for keys in PEM files that no provider of the JDK's knows
 */
public record ReloadSettings(Duration interval, ReloadListener listener, List<SignatureScheme> schemes) {

    private static final Duration USUAL = Duration.ofSeconds(10);

    /**
     * Keeps an unmodifiable copy.
     *
     * @throws IllegalArgumentException if the interval is negative
     */
    public ReloadSettings {
        if (interval.isNegative()) throw new IllegalArgumentException("a negative interval: " + interval);
        schemes = List.copyOf(schemes);
    }

    /**
     * Looks every 10 seconds at most, and writes to the log.
     *
     * @return the settings
     */
    public static ReloadSettings usual() {
        return new ReloadSettings(USUAL, ReloadListener.logging(), List.of());
    }

    /**
     * With another interval.
     *
     * @param least time between two looks at the files
     * @return new settings
     */
    public ReloadSettings every(Duration least) {
        return new ReloadSettings(least, listener, schemes);
    }

    /**
     * With another listener.
     *
     * @param hears what becomes of the files
     * @return new settings
     */
    public ReloadSettings telling(ReloadListener hears) {
        return new ReloadSettings(interval, hears, schemes);
    }

    /**
     * With schemes that read keys which the JDK does not know: SM2, say.
     *
     * @param known {@code Catalog.signatureSchemes()}, for example
     * @return new settings
     */
    public ReloadSettings knowing(Collection<? extends SignatureScheme> known) {
        return new ReloadSettings(interval, listener, List.copyOf(known));
    }
}
