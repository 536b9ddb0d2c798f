package dev.dovetail.tls.testkit;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/** A good source of randomness that remembers what was drawn from it. */
final class RecordingRandom extends SecureRandom {

    private static final long serialVersionUID = 1L;

    private final transient SecureRandom source = new SecureRandom();
    private final transient List<byte[]> drawn = new ArrayList<>();

    @Override
    public synchronized void nextBytes(byte[] bytes) {
        source.nextBytes(bytes);
        if (drawn != null) drawn.add(bytes.clone());
    }

    /** Each draw by itself. */
    synchronized List<byte[]> drawn() {
        return List.copyOf(drawn);
    }
}
