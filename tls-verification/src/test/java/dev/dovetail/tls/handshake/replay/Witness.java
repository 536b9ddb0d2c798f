package dev.dovetail.tls.handshake.replay;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.event.TlsEvent;
import dev.dovetail.tls.api.event.TlsObserver;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps the secrets that a connection derives. */
final class Witness implements TlsObserver {

    private final Map<String, byte[]> secrets = new LinkedHashMap<>();

    @Override
    public void on(TlsEvent event) {
        if (!(event instanceof TlsEvent.SecretDerived derived)) return;
        try (Secret value = derived.value().orElseThrow()) {
            secrets.put(derived.label(), value.with(bytes -> bytes.clone()));
        }
    }

    /** By the label of the key log. */
    Map<String, byte[]> secrets() {
        return secrets;
    }
}
