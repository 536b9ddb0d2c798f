package dev.dovetail.tls.handshake.credential;

import java.util.Arrays;

/**
 * One block between BEGIN and END (RFC 7468).
 *
 * @param label what stands behind BEGIN
 * @param encrypted whether headers of the old OpenSSL format say that the content is encrypted
 * @param content decoded; its owner wipes it
 */
record PemBlock(String label, boolean encrypted, byte[] content) {

    void wipe() {
        Arrays.fill(content, (byte) 0);
    }

    /** The label alone: the content may be a key. */
    @Override
    public String toString() {
        return "PemBlock[" + label + "]";
    }
}
