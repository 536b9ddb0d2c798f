package dev.dovetail.tls.handshake;

import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.handshake.session.ServerSessions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Tells apart servers that may not resume each other's sessions although they share keys: those that ask for certificates
 * in different ways. Whether they trust the same is the verifier's to say, of each session.
 */
final class SessionScope {

    private static final int LENGTH = 16;

    private SessionScope() {}

    static byte[] of(ServerSessions sessions, ClientAuthentication clients, Selection selection) {
        if (sessions.keys().isEmpty()) return new byte[0];
        MessageDigest hash = sha256();
        hash.update(sessions.scope());
        hash.update(("\0" + clients.name()).getBytes(StandardCharsets.US_ASCII));
        if (clients != ClientAuthentication.NONE) {
            // What a client could sign with, and what may have signed its certificates, was part of the verdict.
            selection.verifying().forEach(scheme -> update(hash, scheme.name()));
            update(hash, "certificates");
            selection.certificates().forEach(scheme -> update(hash, scheme.name()));
        }
        return Arrays.copyOf(hash.digest(), LENGTH);
    }

    private static void update(MessageDigest hash, String name) {
        hash.update(("\0" + name).getBytes(StandardCharsets.US_ASCII));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }
}
