package dev.dovetail.tls.jsse.credential;

import dev.dovetail.tls.handshake.credential.Credential;
import org.jspecify.annotations.Nullable;

/** Where a key manager of ours has its keys from. For many threads. */
public interface KeySource {

    /**
     * The keys that are to be used now.
     *
     * @return under names that {@link #credential} knows, at least for as long as a handshake step takes
     */
    KeyTable current();

    /**
     * What stands for the keys that are to be used now.
     *
     * @return another object when they have changed
     */
    default Object version() {
        return current();
    }

    /**
     * The key of a name.
     *
     * @param alias from {@link #current}
     * @return null if there is none of that name, or none any more
     */
    @Nullable
    Credential credential(String alias);

    /**
     * Always the same keys.
     *
     * @param table the keys
     * @return the source
     */
    static KeySource of(KeyTable table) {
        return new KeySource() {
            @Override
            public KeyTable current() {
                return table;
            }

            @Override
            public @Nullable Credential credential(String alias) {
                return table.credential(alias);
            }
        };
    }
}
