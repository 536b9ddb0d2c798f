package dev.dovetail.tls.testkit;

import java.security.SecureRandom;
import java.security.SecureRandomSpi;
import java.util.Arrays;

/**
 * Plays given bytes, one after the other: for replaying a recorded handshake. When they are used up it fails, so that a
 * replay that asks for more than was recorded is noticed. Safe for several threads, whose order then decides.
 */
public final class FixedRandom extends SecureRandom {

    private static final long serialVersionUID = 1L;

    private final transient Tape tape;

    /**
     * Plays these pieces in order.
     *
     * @param pieces copied
     */
    public FixedRandom(byte[]... pieces) {
        this(new Tape(pieces));
    }

    private FixedRandom(Tape tape) {
        super(tape, null);
        this.tape = tape;
    }

    /**
     * How many bytes are left to play.
     *
     * @return 0 when all were asked for
     */
    public int remaining() {
        return tape.remaining();
    }

    /** Has no effect: what is played is fixed. */
    @Override
    public void setSeed(long seed) {}

    @Override
    public String getAlgorithm() {
        return "Fixed";
    }

    private static final class Tape extends SecureRandomSpi {

        private static final long serialVersionUID = 1L;

        private final byte[] bytes;
        private int position;

        Tape(byte[]... pieces) {
            byte[] all = new byte[0];
            for (byte[] piece : pieces) all = Sample.joined(all, piece);
            bytes = all;
        }

        synchronized int remaining() {
            return bytes.length - position;
        }

        @Override
        protected void engineSetSeed(byte[] seed) {}

        @Override
        protected synchronized void engineNextBytes(byte[] out) {
            if (out.length > remaining()) {
                throw new IllegalStateException("asked for " + out.length + " random bytes, but of the " + bytes.length
                        + " given only " + remaining() + " are left");
            }
            System.arraycopy(bytes, position, out, 0, out.length);
            position += out.length;
        }

        @Override
        protected byte[] engineGenerateSeed(int length) {
            byte[] seed = new byte[length];
            engineNextBytes(seed);
            return Arrays.copyOf(seed, length);
        }
    }
}
