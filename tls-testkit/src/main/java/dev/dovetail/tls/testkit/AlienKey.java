package dev.dovetail.tls.testkit;

import java.security.PrivateKey;
import java.security.PublicKey;

/** A key of an algorithm that nobody knows and that does not show its bytes, as an HSM's may not. */
final class AlienKey implements PrivateKey, PublicKey {

    private static final long serialVersionUID = 1L;

    @Override
    public String getAlgorithm() {
        return "alien";
    }

    @Override
    @SuppressWarnings("NullAway") // java.security.Key: null where there is no encoding.
    public String getFormat() {
        return null;
    }

    @Override
    @SuppressWarnings("NullAway") // The same.
    public byte[] getEncoded() {
        return null;
    }
}
