package dev.dovetail.tls.handshake.key;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.api.spi.Mac;
import java.util.Arrays;

/** HKDF (RFC 5869) with TLS 1.3's labels (RFC 8446 7.1). */
public final class Hkdf {

    private static final String PREFIX = "tls13 ";
    private static final String LIMITS = "a label is at most 249 ASCII characters, a length at least 0";

    private final HashAlgorithm hash;
    private final Mac hmac;

    /**
     * HKDF with a hash.
     *
     * @param hash the hash
     */
    public Hkdf(HashAlgorithm hash) {
        this.hash = hash;
        this.hmac = hash.hmac();
    }

    /**
     * The hash inside.
     *
     * @return the hash
     */
    public HashAlgorithm hash() {
        return hash;
    }

    /**
     * HKDF-Extract (RFC 5869 2.2).
     *
     * @param salt any length
     * @param inputKey any length
     * @return a secret of the hash's length
     */
    public Secret extract(Secret salt, Secret inputKey) {
        return hmac.with(salt, keyed -> {
            inputKey.use(bytes -> keyed.update(bytes, 0, bytes.length));
            byte[] result = new byte[hmac.length()];
            keyed.finish(result, 0);
            return Secret.of(result);
        });
    }

    /**
     * HKDF-Expand (RFC 5869 2.3).
     *
     * @param key a pseudorandom key
     * @param info context
     * @param length bytes wanted, at most 255 times the hash's length
     * @return the secret
     */
    public Secret expand(Secret key, byte[] info, int length) {
        int step = hmac.length();
        if (length > 255 * step) throw new IllegalArgumentException("HKDF gives at most " + 255 * step + " bytes");
        return hmac.with(key, keyed -> expand(keyed, info, length, step));
    }

    private static Secret expand(Mac.Keyed keyed, byte[] info, int length, int step) {
        byte[] result = new byte[length];
        byte[] block = length == step ? result : new byte[step];
        byte[] counter = new byte[1];
        boolean whole = false;
        try {
            for (int done = 0; done < length; done += step) {
                if (done > 0) keyed.update(block, 0, step);
                keyed.update(info, 0, info.length);
                counter[0]++;
                keyed.update(counter, 0, 1);
                keyed.finish(block, 0);
                if (block != result) System.arraycopy(block, 0, result, done, Math.min(step, length - done));
            }
            whole = true;
            return Secret.of(result);
        } finally {
            if (block != result) Arrays.fill(block, (byte) 0);
            if (!whole) Arrays.fill(result, (byte) 0);
        }
    }

    /**
     * HKDF-Expand-Label (RFC 8446 7.1).
     *
     * @param key a secret
     * @param label without the prefix {@code "tls13 "}
     * @param context 0 to 255 bytes
     * @param length bytes wanted
     * @return the secret
     */
    public Secret expandLabel(Secret key, String label, byte[] context, int length) {
        int nameLength = PREFIX.length() + label.length();
        if (nameLength > 255 || length < 0) throw new IllegalArgumentException(LIMITS);
        byte[] info = new byte[2 + 1 + nameLength + 1 + context.length];
        info[0] = (byte) (length >>> 8);
        info[1] = (byte) length;
        info[2] = (byte) nameLength;
        ascii(PREFIX, info, 3);
        ascii(label, info, 3 + PREFIX.length());
        info[3 + nameLength] = (byte) context.length;
        System.arraycopy(context, 0, info, 4 + nameLength, context.length);
        return expand(key, info, length);
    }

    private static void ascii(String text, byte[] out, int offset) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) throw new IllegalArgumentException(LIMITS);
            out[offset + i] = (byte) text.charAt(i);
        }
    }

    /**
     * Derive-Secret (RFC 8446 7.1) from the hash of the messages.
     *
     * @param key a secret
     * @param label without the prefix
     * @param transcriptHash hash of the messages
     * @return a secret of the hash's length
     */
    public Secret derive(Secret key, String label, byte[] transcriptHash) {
        return expandLabel(key, label, transcriptHash, hash.length());
    }

    /**
     * The hash of nothing, which several derivations take.
     *
     * @return the hash's length in bytes
     */
    public byte[] emptyHash() {
        return hash.start().finish();
    }

    /**
     * A secret of zeros.
     *
     * @return of the hash's length
     */
    public Secret zeros() {
        return Secret.of(new byte[hash.length()]);
    }

    /**
     * A MAC over some bytes: Finished (RFC 8446 4.4.4).
     *
     * @param baseKey the traffic secret of the side that sends Finished
     * @param transcriptHash hash of the messages before it
     * @return verify_data
     */
    public byte[] finished(Secret baseKey, byte[] transcriptHash) {
        try (Secret key = expandLabel(baseKey, "finished", new byte[0], hash.length())) {
            return hmac.with(key, keyed -> {
                keyed.update(transcriptHash, 0, transcriptHash.length);
                byte[] result = new byte[hmac.length()];
                keyed.finish(result, 0);
                return result;
            });
        }
    }
}
