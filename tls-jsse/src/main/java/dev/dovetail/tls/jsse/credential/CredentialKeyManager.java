package dev.dovetail.tls.jsse.credential;

/** A key manager whose keys stay the same. For many threads. */
public final class CredentialKeyManager extends OwnKeyManager {

    private final int size;

    /**
     * Over these keys.
     *
     * @param table the keys, perhaps none
     */
    public CredentialKeyManager(KeyTable table) {
        super(KeySource.of(table));
        this.size = table.entries().size();
    }

    /** How many keys: nothing secret. */
    @Override
    public String toString() {
        return "CredentialKeyManager[" + size + (size == 1 ? " key]" : " keys]");
    }
}
