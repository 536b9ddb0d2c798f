package dev.dovetail.tls.api.spi;

/** A peer's key share that can't be used: wrong length, not on the curve, or of small order. */
public final class IllegalShareException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * With the reason.
     *
     * @param message what is wrong with the share, never the share's secret
     */
    public IllegalShareException(String message) {
        super(message);
    }

    /**
     * With the reason and where it came from.
     *
     * @param message what is wrong with the share
     * @param cause the library's exception
     */
    public IllegalShareException(String message, Throwable cause) {
        super(message, cause);
    }
}
