package dev.dovetail.tls.handshake.tls13;

import dev.dovetail.tls.api.Role;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a CertificateVerify of TLS 1.3 signs (RFC 8446 4.4.3). */
public final class SignedContent {

    private static final int SPACES = 64;

    private SignedContent() {}

    /**
     * The content: spaces, a context that tells the sides apart, a zero, the hash.
     *
     * @param signer who signs
     * @param transcriptHash hash of the messages before CertificateVerify
     * @return the bytes
     */
    public static byte[] of(Role signer, byte[] transcriptHash) {
        String side = signer == Role.SERVER ? "server" : "client";
        byte[] context = ("TLS 1.3, " + side + " CertificateVerify").getBytes(StandardCharsets.US_ASCII);
        byte[] content = new byte[SPACES + context.length + 1 + transcriptHash.length];
        Arrays.fill(content, 0, SPACES, (byte) ' ');
        System.arraycopy(context, 0, content, SPACES, context.length);
        System.arraycopy(transcriptHash, 0, content, SPACES + context.length + 1, transcriptHash.length);
        return content;
    }
}
