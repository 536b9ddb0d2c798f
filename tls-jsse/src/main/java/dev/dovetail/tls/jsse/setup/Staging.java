package dev.dovetail.tls.jsse.setup;

import java.util.Arrays;

/**
 * Arrays of a record's size, one on each side of the cipher: bytes go through them between buffers that are not arrays, or
 * are one array, and the record layer. Each is made when it is first needed. For one thread at a time.
 */
public final class Staging {

    private static final byte[] NOTHING = new byte[0];

    private byte[] plain = NOTHING;
    private byte[] sealed = NOTHING;

    Staging() {}

    /**
     * The application's side.
     *
     * @return {@link Scratch#LENGTH} bytes
     */
    public byte[] plain() {
        if (plain.length == 0) plain = new byte[Scratch.LENGTH];
        return plain;
    }

    /**
     * The peer's side.
     *
     * @return {@link Scratch#LENGTH} bytes, another array than {@link #plain()}: the JDK's AES-GCM copies what overlaps
     */
    public byte[] sealed() {
        if (sealed.length == 0) sealed = new byte[Scratch.LENGTH];
        return sealed;
    }

    void wipe(int used) {
        if (used > 0) Arrays.fill(plain, 0, Math.min(used, plain.length), (byte) 0);
    }
}
