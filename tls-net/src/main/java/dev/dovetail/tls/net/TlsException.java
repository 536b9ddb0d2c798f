package dev.dovetail.tls.net;

import dev.dovetail.tls.api.TlsFault;
import java.io.IOException;

/**
 * The end of a connection by a fault, where the caller expects I/O errors. A socket or channel that throws it has told
 * the peer, if the fault is one to tell, and is of no further use but to be closed.
 */
public final class TlsException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient TlsFault fault;

    /**
     * Carries a fault.
     *
     * @param fault what ended the connection; becomes the cause
     */
    public TlsException(TlsFault fault) {
        super(fault.getMessage(), fault);
        this.fault = fault;
    }

    /**
     * What ended the connection.
     *
     * @return the fault, with its alert and its rule
     */
    public TlsFault fault() {
        return fault;
    }
}
