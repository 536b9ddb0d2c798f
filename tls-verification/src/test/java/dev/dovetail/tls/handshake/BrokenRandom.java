package dev.dovetail.tls.handshake;

import java.security.SecureRandom;

/** A source of randomness that has none. */
final class BrokenRandom extends SecureRandom {

    private static final long serialVersionUID = 1L;

    @Override
    public void nextBytes(byte[] bytes) {
        throw new IllegalStateException("no entropy");
    }
}
