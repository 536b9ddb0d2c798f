package dev.dovetail.tls.handshake.client12;

import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.handshake.client.ClientOffer;
import dev.dovetail.tls.handshake.engine.*;
import dev.dovetail.tls.handshake.key.Transcript;
import dev.dovetail.tls.handshake.message.*;

public final class ServerHelloReceived12 {
    public static State next(
            ClientOffer offer,
            Transcript transcript,
            ServerHello hello,
            HandshakeMessage message,
            UsableSuite suite,
            Effects effects) {
        throw new IllegalStateException();
    }
}
