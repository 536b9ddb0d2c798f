package dev.dovetail.tls.record;

/** The content types of records, which are open integers: 0 to 255 (RFC 8446 5.1). */
public final class ContentType {

    /** A single byte 1: new keys in TLS 1.2, nothing in TLS 1.3. */
    public static final int CHANGE_CIPHER_SPEC = 20;
    /** A level and a description. */
    public static final int ALERT = 21;
    /** Handshake messages, or pieces of them. */
    public static final int HANDSHAKE = 22;
    /** What the connection is for. */
    public static final int APPLICATION_DATA = 23;

    private ContentType() {}

    /**
     * The name of a type.
     *
     * @param type 0 to 255
     * @return IANA's name, or {@code content_type(N)} where this layer knows none
     */
    public static String name(int type) {
        return switch (type) {
            case CHANGE_CIPHER_SPEC -> "change_cipher_spec";
            case ALERT -> "alert";
            case HANDSHAKE -> "handshake";
            case APPLICATION_DATA -> "application_data";
            default -> "content_type(" + type + ")";
        };
    }

    /** Whether this layer has anything to do with a type. */
    static boolean isKnown(int type) {
        return type >= CHANGE_CIPHER_SPEC && type <= APPLICATION_DATA;
    }
}
