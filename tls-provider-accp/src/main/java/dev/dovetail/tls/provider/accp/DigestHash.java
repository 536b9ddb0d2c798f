package dev.dovetail.tls.provider.accp;

import dev.dovetail.tls.api.spi.HashAlgorithm;
import java.security.MessageDigest;

/** A hash under way in a {@link MessageDigest}. */
final class DigestHash implements HashAlgorithm.Hash {

    private final MessageDigest digest;

    DigestHash(MessageDigest digest) {
        this.digest = digest;
    }

    @Override
    public void update(byte[] in, int offset, int length) {
        digest.update(in, offset, length);
    }

    @Override
    public HashAlgorithm.Hash fork() {
        try {
            return new DigestHash((MessageDigest) digest.clone());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("ACCP's " + digest.getAlgorithm() + " can't be copied while it runs", e);
        }
    }

    @Override
    public byte[] finish() {
        return digest.digest();
    }
}
