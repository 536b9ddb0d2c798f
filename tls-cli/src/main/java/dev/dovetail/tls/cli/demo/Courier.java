package dev.dovetail.tls.cli.demo;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Both ends of the exchange that follows the handshake, in plain bytes. We send the file; the peer says at its last byte
 * that it has it, then its SHA-256. We say go; the peer sends the file back and closes.
 */
final class Courier {

    private static final int HAVE_IT = 'h';
    private static final int GO = 'g';

    private Courier() {}

    /**
     * How fast the file went, each way.
     *
     * @param sendNanos from our first byte until the peer said that it has the last one
     * @param receiveNanos from our go until we had the last byte
     */
    record Times(long sendNanos, long receiveNanos) {}

    /** Our end. */
    static Times carry(Payload payload, InputStream in, OutputStream out) throws IOException {
        byte[] bytes = payload.bytes();
        long start = System.nanoTime();
        out.write(bytes);
        expect(HAVE_IT, in);
        long sent = System.nanoTime();
        refuseOther(payload.digest(), read(in, Digest.LENGTH), "the peer received something else");
        out.write(GO);
        long go = System.nanoTime();
        byte[] back = read(in, bytes.length);
        long received = System.nanoTime();
        refuseOther(payload.digest(), Digest.of(back), "we received something else");
        if (in.read() >= 0) throw new IOException("the peer sent more than the file");
        return new Times(sent - start, received - go);
    }

    /** The peer's end: it knows the file's length and nothing more. */
    static void echo(int length, InputStream in, OutputStream out) throws IOException {
        byte[] bytes = read(in, length);
        out.write(HAVE_IT);
        out.flush();
        out.write(Digest.of(bytes));
        out.flush();
        expect(GO, in);
        out.write(bytes);
        out.flush();
    }

    private static byte[] read(InputStream in, int length) throws IOException {
        byte[] bytes = new byte[length];
        int count = in.readNBytes(bytes, 0, length);
        if (count < length) throw new EOFException("the stream ended after " + count + " of " + length + " bytes");
        return bytes;
    }

    private static void expect(int wanted, InputStream in) throws IOException {
        int got = in.read();
        if (got != wanted) throw new IOException("expected the sign " + wanted + ", got " + got);
    }

    private static void refuseOther(byte[] wanted, byte[] got, String what) throws IOException {
        if (!Arrays.equals(wanted, got)) throw new IOException(what + ": its SHA-256 is not the file's");
    }
}
