package dev.dovetail.tls.api.wire;

/** Sees each field as it is read or written. Called on the thread that runs the codec; must not keep the array. */
@FunctionalInterface
public interface FieldObserver {

    /**
     * A field was read or written.
     *
     * @param path where it stands, for example {@code ClientHello.legacy_version}
     * @param data the whole message; only lent
     * @param offset where the field begins in it
     * @param length how many bytes it has, 0 for an empty one
     */
    void field(String path, byte[] data, int offset, int length);
}
