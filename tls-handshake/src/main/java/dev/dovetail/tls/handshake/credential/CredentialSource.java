package dev.dovetail.tls.handshake.credential;

import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Finds our own credentials for each handshake anew: where they change while the program runs, are many, or are chosen by
 * the application. Safe for many connections at once.
 */
@FunctionalInterface
public interface CredentialSource {

    /**
     * The credentials that may be used. Runs as a task of the connection, so it may be slow; it may also answer later.
     *
     * @param request what the peer can verify
     * @return best first, perhaps none; what does not fit the handshake is passed over. A stage that completes
     *     exceptionally ends the connection as {@link dev.dovetail.tls.api.Fault#INTERNAL}, unless the exception is a
     *     {@link dev.dovetail.tls.api.TlsFault}
     */
    CompletionStage<List<Credential>> find(CredentialRequest request);
}
