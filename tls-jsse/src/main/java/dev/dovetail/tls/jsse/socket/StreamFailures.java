package dev.dovetail.tls.jsse.socket;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.jsse.setup.SslExceptions;
import dev.dovetail.tls.net.TlsException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** Errors of a stream as the exceptions that programs expect of an {@link javax.net.ssl.SSLSocket}. */
final class StreamFailures {

    private StreamFailures() {}

    /**
     * The exception for an error.
     *
     * @param error of the stream
     * @param handshake whether that was during the handshake
     * @param closed whether we have closed what was used
     */
    static IOException of(IOException error, boolean handshake, boolean closed) {
        if (error instanceof TlsException tls) return of(tls.fault(), handshake);
        if (error instanceof SocketException
                || error instanceof SSLException
                || error instanceof InterruptedIOException
                || !closed) return error;
        return caused(new SocketException("Socket is closed"), error);
    }

    private static IOException of(TlsFault fault, boolean handshake) {
        if (fault.fault() != Fault.TRUNCATED) return SslExceptions.of(fault, handshake);
        // The transport broke: its error says more, and programs try again on it.
        if (fault.getCause() instanceof SocketException broken) {
            return caused(new SocketException(broken.getMessage()), fault);
        }
        if (handshake) {
            EOFException end = new EOFException("the transport ended");
            end.initCause(fault);
            return caused(new SSLHandshakeException("Remote host terminated the handshake"), end);
        }
        return caused(
                new SSLException("the peer ended the connection without close_notify: data may be missing"), fault);
    }

    private static <T extends IOException> T caused(T exception, Throwable cause) {
        exception.initCause(cause);
        return exception;
    }
}
