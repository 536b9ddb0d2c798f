package dev.dovetail.tls.handshake;

/** Whether a client sends early data (RFC 8446 2.3), and what becomes of it if the server does not take it. */
public enum EarlyDataUse {
    /** None is sent. */
    NEVER,
    /** It is lost: {@link ConnectionInfo#earlyData()} says so, and the application sends it again or does not. */
    REPORT,
    /**
     * It is kept, and sent again as the first application data behind the handshake; unless the server chose another
     * application protocol than the session had, where it might mean something else (RFC 8446 4.2.10).
     */
    RESEND
}
