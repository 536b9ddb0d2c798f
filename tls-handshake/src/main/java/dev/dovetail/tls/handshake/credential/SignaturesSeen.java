package dev.dovetail.tls.handshake.credential;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * The signatures on certificates that were found right last. What was right stays right, and a client meets the same
 * servers, and every server's authority, again and again. The JDK remembers the same, with each certificate that it keeps;
 * but only where its own providers verify. Nothing of it is secret. For many threads.
 */
final class SignaturesSeen {

    // Choice: 256 hashes are some 30 KiB.
    private static final int MOST = 256;

    private final Map<ByteBuffer, Boolean> right = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Boolean> eldest) {
            return size() > MOST;
        }
    };

    /**
     * Whether a signature is right: as remembered, or else as verified now. Wrong ones are not remembered.
     *
     * @param scheme the name of the signature scheme that verifies it
     */
    boolean right(String scheme, PublicKey issuer, byte[] content, byte[] signature, BooleanSupplier verified) {
        ByteBuffer key = key(scheme, issuer, content, signature);
        synchronized (right) {
            if (right.get(key) != null) return true;
        }
        if (!verified.getAsBoolean()) return false;
        synchronized (right) {
            right.put(key, true);
        }
        return true;
    }

    /** Each piece with its length in front, so that none can pass for a part of another. */
    private static ByteBuffer key(String scheme, PublicKey issuer, byte[] content, byte[] signature) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            byte[] name = scheme.getBytes(StandardCharsets.UTF_8);
            for (byte[] piece : new byte[][] {name, issuer.getEncoded(), content, signature}) {
                hash.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, piece.length));
                hash.update(piece);
            }
            return ByteBuffer.wrap(hash.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
