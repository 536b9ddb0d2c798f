package dev.dovetail.tls.testkit;

import java.security.SecureRandom;
import java.security.SecureRandomSpi;
import java.util.Random;

/** An endless source that plays the same bytes for the same seed in every run. For tests only: it can be foretold. */
public final class SeededRandom extends SecureRandom {

    private static final long serialVersionUID = 1L;

    /**
     * A source of its own.
     *
     * @param seed decides every byte
     */
    public SeededRandom(long seed) {
        super(new Stream(seed), null);
    }

    /** Has no effect: the constructor's seed decides. */
    @Override
    public void setSeed(long seed) {}

    @Override
    public String getAlgorithm() {
        return "Seeded";
    }

    private static final class Stream extends SecureRandomSpi {

        private static final long serialVersionUID = 1L;

        private final Random random;

        Stream(long seed) {
            random = new Random(seed);
        }

        @Override
        protected void engineSetSeed(byte[] seed) {}

        @Override
        protected synchronized void engineNextBytes(byte[] out) {
            random.nextBytes(out);
        }

        @Override
        protected byte[] engineGenerateSeed(int length) {
            byte[] seed = new byte[length];
            engineNextBytes(seed);
            return seed;
        }
    }
}
