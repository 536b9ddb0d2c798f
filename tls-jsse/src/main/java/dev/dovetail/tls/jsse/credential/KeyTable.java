package dev.dovetail.tls.jsse.credential;

import dev.dovetail.tls.handshake.credential.Credential;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Credentials under names. Immutable, for many threads.
 *
 * @param entries in the order in which they are preferred where nothing else speaks for one
 */
public record KeyTable(List<Entry> entries) {

    /**
     * One of them.
     *
     * @param alias its name
     * @param credential chain and key
     */
    public record Entry(String alias, Credential credential) {}

    /** Keeps an unmodifiable copy. */
    public KeyTable {
        entries = List.copyOf(entries);
    }

    static KeyTable of(Map<String, Credential> named) {
        return new KeyTable(named.entrySet().stream()
                .map(one -> new Entry(one.getKey(), one.getValue()))
                .toList());
    }

    /**
     * The same credentials under longer names.
     *
     * @param prefix stands before each name
     * @return a new table
     */
    public KeyTable prefixed(String prefix) {
        return new KeyTable(entries.stream()
                .map(entry -> new Entry(prefix + entry.alias(), entry.credential()))
                .toList());
    }

    /**
     * The credential of a name.
     *
     * @param alias the name
     * @return null if there is none
     */
    public @Nullable Credential credential(String alias) {
        for (Entry entry : entries) if (entry.alias().equals(alias)) return entry.credential();
        return null;
    }

    /**
     * Puts several tables behind each other. Where they have a name in common, each name says which table it is of.
     *
     * @param tables in order
     * @return one table
     */
    static KeyTable joined(List<KeyTable> tables) {
        Map<String, Credential> all = new LinkedHashMap<>();
        tables.forEach(table -> table.entries.forEach(entry -> all.put(entry.alias(), entry.credential())));
        if (all.size()
                == tables.stream().mapToInt(table -> table.entries.size()).sum()) return of(all);
        all.clear();
        for (int i = 0; i < tables.size(); i++) {
            for (Entry entry : tables.get(i).entries) all.put(i + "." + entry.alias(), entry.credential());
        }
        return of(all);
    }
}
