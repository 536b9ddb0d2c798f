package dev.dovetail.tls.record;

/**
 * How much padding a record of TLS 1.3 gets, so that its length tells less (RFC 8446 5.4). Earlier versions have none.
 * Asked once per record, by one thread at a time for each connection.
 */
@FunctionalInterface
public interface PaddingPolicy {

    /**
     * Decides on one record.
     *
     * @param contentType what it carries
     * @param contentLength bytes of content
     * @param room how many bytes of padding fit
     * @return 0 to {@code room}
     */
    int padding(int contentType, int contentLength, int room);

    /**
     * The upper bound of what {@link #padding} answers, for any content type: buffers are made by it.
     *
     * @param contentLength bytes of content
     * @param room how many bytes of padding fit
     * @return 0 to {@code room}, which is also the answer unless a policy knows better
     */
    default int most(int contentLength, int room) {
        return room;
    }

    /**
     * No padding at all.
     *
     * @return the policy
     */
    static PaddingPolicy none() {
        return new RoundedPadding(1);
    }

    /**
     * Pads content to the next multiple, or as near to it as the limit lets; an empty record to one whole multiple.
     *
     * @param multiple bytes, at least 1
     * @return the policy
     * @throws IllegalArgumentException if the multiple is not positive
     */
    static PaddingPolicy toMultipleOf(int multiple) {
        if (multiple < 1) throw new IllegalArgumentException("not a multiple to pad to: " + multiple);
        return new RoundedPadding(multiple);
    }

    /**
     * Pads every record to the full length: nothing is told but their number.
     *
     * @return the policy
     */
    static PaddingPolicy toFull() {
        return (contentType, contentLength, room) -> room;
    }
}
