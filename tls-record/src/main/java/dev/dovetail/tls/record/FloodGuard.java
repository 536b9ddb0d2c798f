package dev.dovetail.tls.record;

import static dev.dovetail.tls.api.Fault.EMPTY_RECORD_FLOOD;
import static dev.dovetail.tls.api.Fault.POST_HANDSHAKE_FLOOD;
import static dev.dovetail.tls.api.Fault.WARNING_FLOOD;

import dev.dovetail.tls.api.TlsFault;

/**
 * Ends a connection whose peer keeps us busy for nothing: empty records, warnings and KeyUpdates are counted, and only
 * application data that says something begins the count anew. For one thread at a time.
 */
public final class FloodGuard {

    // Choice: the same bounds as BoringSSL's, which the whole web has lived with for years.
    private static final int EMPTY_RECORDS = 32;
    private static final int WARNINGS = 4;
    private static final int KEY_UPDATES = 32;

    private int emptyRecords;
    private int warnings;
    private int keyUpdates;

    /** A guard that has seen nothing yet. */
    public FloodGuard() {}

    /**
     * Counts a record that was opened.
     *
     * @param contentType what it carries
     * @param contentLength bytes of content, without padding
     * @throws TlsFault {@code EMPTY_RECORD_FLOOD} for the 33rd that carries nothing: without content, or a
     *     change_cipher_spec
     */
    public void record(int contentType, int contentLength) {
        if (contentLength == 0 || contentType == ContentType.CHANGE_CIPHER_SPEC) {
            if (++emptyRecords > EMPTY_RECORDS) {
                throw EMPTY_RECORD_FLOOD.because("%d records that carry nothing", emptyRecords);
            }
        } else if (contentType == ContentType.APPLICATION_DATA) {
            emptyRecords = 0;
            warnings = 0;
            keyUpdates = 0;
        }
    }

    /**
     * Counts an alert that ends nothing.
     *
     * @throws TlsFault {@code WARNING_FLOOD} for the fifth
     */
    public void warningAlert() {
        if (++warnings > WARNINGS) throw WARNING_FLOOD.because("%d warning alerts", warnings);
    }

    /**
     * Counts a KeyUpdate of the peer.
     *
     * @throws TlsFault {@code POST_HANDSHAKE_FLOOD} for the 33rd
     */
    public void keyUpdate() {
        if (++keyUpdates > KEY_UPDATES) throw POST_HANDSHAKE_FLOOD.because("%d KeyUpdates", keyUpdates);
    }
}
