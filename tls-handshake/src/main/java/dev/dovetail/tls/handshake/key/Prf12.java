package dev.dovetail.tls.handshake.key;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.api.spi.Mac;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The pseudorandom function of TLS 1.2 (RFC 5246 5). */
public final class Prf12 {

    private final HashAlgorithm hash;

    /**
     * The PRF with a hash.
     *
     * @param hash the suite's
     */
    public Prf12(HashAlgorithm hash) {
        this.hash = hash;
    }

    /**
     * PRF(secret, label, seed).
     *
     * @param secret the key
     * @param label ASCII
     * @param seed the rest of the input
     * @param length bytes wanted
     * @return the caller closes it
     */
    public Secret derive(Secret secret, String label, byte[] seed, int length) {
        byte[] name = label.getBytes(StandardCharsets.US_ASCII);
        byte[] labelAndSeed = Arrays.copyOf(name, name.length + seed.length);
        System.arraycopy(seed, 0, labelAndSeed, name.length, seed.length);
        Mac hmac = hash.hmac();
        byte[] result = new byte[length];
        byte[] a = new byte[hmac.length()];
        byte[] block = new byte[hmac.length()];
        try (Mac.Keyed keyed = hmac.keyed(secret)) {
            keyed.update(labelAndSeed, 0, labelAndSeed.length);
            keyed.finish(a, 0);
            for (int done = 0; done < length; done += block.length) {
                keyed.update(a, 0, a.length);
                keyed.update(labelAndSeed, 0, labelAndSeed.length);
                keyed.finish(block, 0);
                System.arraycopy(block, 0, result, done, Math.min(block.length, length - done));
                keyed.update(a, 0, a.length);
                keyed.finish(a, 0);
            }
        } finally {
            Arrays.fill(a, (byte) 0);
            Arrays.fill(block, (byte) 0);
        }
        return Secret.of(result);
    }
}
