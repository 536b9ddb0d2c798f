package dev.dovetail.tls.handshake.replay;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.event.TlsEvent;
import dev.dovetail.tls.api.event.TlsObserver;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.HandshakeType;
import dev.dovetail.tls.handshake.message.NewSessionTicket13;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps the secrets that a connection derives, and the tickets that pass. */
final class Witness implements TlsObserver {

    private final Map<String, byte[]> secrets = new LinkedHashMap<>();
    private final List<NewSessionTicket13> tickets = new ArrayList<>();

    @Override
    public void on(TlsEvent event) {
        if (event instanceof TlsEvent.SecretDerived derived) {
            try (Secret value = derived.value().orElseThrow()) {
                secrets.put(derived.label(), value.with(bytes -> bytes.clone()));
            }
        }
        if (event instanceof TlsEvent.Message message && message.type() == HandshakeType.NEW_SESSION_TICKET) {
            tickets.add(NewSessionTicket13.read(new HandshakeMessage(message.bytes(), null), Cast.CODECS));
        }
    }

    /** By the label of the key log. */
    Map<String, byte[]> secrets() {
        return secrets;
    }

    List<NewSessionTicket13> tickets() {
        return tickets;
    }
}
