package dev.dovetail.tls.jsse.reload;

import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.jsse.ReloadSettings;
import dev.dovetail.tls.jsse.credential.KeySource;
import dev.dovetail.tls.jsse.credential.KeyTable;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keys that are loaded anew when their files have changed. A name says of which loading it is ({@code 3/server}), so
 * that chain and key of one name always belong together, whatever happens between the questions. For many threads.
 */
public final class WatchedKeys implements KeySource {

    private static final char MARK = '/';

    private final ReloadSource<KeyTable> source;
    private final Reloading<KeyTable> keys;

    private WatchedKeys(ReloadSource<KeyTable> source, Reloading<KeyTable> keys) {
        this.source = source;
        this.keys = keys;
    }

    /**
     * Loads for the first time.
     *
     * @param source the files
     * @param settings how they are watched
     * @return the keys
     * @throws IOException if they can't be loaded
     */
    public static WatchedKeys of(ReloadSource<KeyTable> source, ReloadSettings settings) throws IOException {
        return new WatchedKeys(source, Reloading.of(source, settings));
    }

    @Override
    public KeyTable current() {
        Generation<KeyTable> now = keys.current();
        return now.value().prefixed(now.number() + String.valueOf(MARK));
    }

    @Override
    public Object version() {
        return keys.current();
    }

    @Override
    public @Nullable Credential credential(String alias) {
        int mark = alias.indexOf(MARK);
        if (mark < 0) return null;
        try {
            int number = Integer.parseInt(alias.substring(0, mark));
            return keys.generation(number)
                    .map(generation -> generation.value().credential(alias.substring(mark + 1)))
                    .orElse(null);
        } catch (NumberFormatException notOurs) {
            return null;
        }
    }

    /**
     * Loads now.
     *
     * @throws IOException if that fails; the old keys stay
     */
    public void reload() throws IOException {
        keys.reload();
    }

    /**
     * What is in use, without a look at the files.
     *
     * @return each key's own certificate
     */
    public List<X509Certificate> certificates() {
        return source.certificates(keys.newest().value());
    }

    @Override
    public String toString() {
        return keys.toString();
    }
}
