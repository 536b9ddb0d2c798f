package dev.dovetail.tls.suites.sm;

import dev.dovetail.tls.api.spi.HashAlgorithm;
import org.bouncycastle.crypto.digests.SM3Digest;

/** SM3 under way. */
final class Sm3Hash implements HashAlgorithm.Hash {

    private final SM3Digest digest;

    Sm3Hash() {
        this(new SM3Digest());
    }

    private Sm3Hash(SM3Digest digest) {
        this.digest = digest;
    }

    @Override
    public void update(byte[] in, int offset, int length) {
        digest.update(in, offset, length);
    }

    @Override
    public HashAlgorithm.Hash fork() {
        return new Sm3Hash(new SM3Digest(digest));
    }

    @Override
    public byte[] finish() {
        byte[] out = new byte[Sm3.LENGTH];
        digest.doFinal(out, 0);
        return out;
    }
}
