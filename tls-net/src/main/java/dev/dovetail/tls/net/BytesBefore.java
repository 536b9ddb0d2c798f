package dev.dovetail.tls.net;

import java.io.IOException;
import java.io.InputStream;

/** What somebody has read of a socket before, then the socket's own stream. Closes neither. For one thread at a time. */
final class BytesBefore extends InputStream {

    private final InputStream before;
    private final InputStream rest;
    private boolean over;

    BytesBefore(InputStream before, InputStream rest) {
        this.before = before;
        this.rest = rest;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] out, int offset, int length) throws IOException {
        if (!over) {
            int count = before.read(out, offset, length);
            if (count >= 0) return count;
            over = true;
        }
        return rest.read(out, offset, length);
    }

    /** Of both: at the end of the first nothing would be there, although the socket has more. */
    @Override
    public int available() throws IOException {
        return over ? rest.available() : before.available() + rest.available();
    }
}
