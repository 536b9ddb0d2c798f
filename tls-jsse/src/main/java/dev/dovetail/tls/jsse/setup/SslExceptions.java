package dev.dovetail.tls.jsse.setup;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.TlsFault;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** Faults as the exceptions that programs expect of {@code javax.net.ssl}. */
public final class SslExceptions {

    private SslExceptions() {}

    /**
     * The exception for a fault. Programs look for a CertificateException as its cause, and some for the JDK's words about an
     * alert that came.
     *
     * @param fault what ended the connection
     * @param handshake whether that was during the handshake
     * @return to be thrown
     */
    public static SSLException of(TlsFault fault, boolean handshake) {
        String message = fault.fault() == Fault.ALERT_RECEIVED
                ? "Received fatal alert: " + fault.alert().name()
                : fault.getMessage();
        Throwable cause = fault.getCause() instanceof CertificateException refusal ? refusal : fault;
        SSLException exception = handshake ? new SSLHandshakeException(message) : new SSLException(message);
        exception.initCause(cause);
        return exception;
    }
}
