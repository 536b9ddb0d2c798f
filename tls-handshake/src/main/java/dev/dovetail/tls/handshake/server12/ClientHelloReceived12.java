package dev.dovetail.tls.handshake.server12;

import dev.dovetail.tls.handshake.engine.*;
import dev.dovetail.tls.handshake.key.Transcript;
import dev.dovetail.tls.handshake.server.ClientAsk;

public final class ClientHelloReceived12 {
    public static State next(ClientAsk ask, Transcript transcript, Effects effects) {
        throw new IllegalStateException();
    }
}
