package dev.dovetail.tls.handshake.psk;

/** How TLS 1.3 uses a pre-shared key (RFC 8446 4.2.9). */
public enum PskMode {
    /** With a key share: forward secret. */
    PSK_DHE_KE(1),
    /** Alone: cheap, but whoever learns the key later can read what was sent. */
    PSK_KE(0);

    private final int code;

    PskMode(int code) {
        this.code = code;
    }

    /**
     * IANA's number.
     *
     * @return one byte
     */
    public int code() {
        return code;
    }

    /**
     * Whether it is among those of a client.
     *
     * @param modes psk_key_exchange_modes
     * @return true if so
     */
    public boolean isIn(byte[] modes) {
        for (byte mode : modes) if (mode == code) return true;
        return false;
    }
}
