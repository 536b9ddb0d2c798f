package dev.dovetail.tls.handshake.psk;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Who may know the key that a client's identity stands for: the application, or this server's sessions. */
@FunctionalInterface
public interface KeySource {

    /**
     * Looks a key up; the answer may come later.
     *
     * @param identity as it stands on the wire; not to be changed
     * @return the caller closes it; empty if it is not known here, or may not be used
     */
    CompletionStage<Optional<OfferedKey>> find(byte[] identity);
}
