package dev.dovetail.tls.jsse.setup;

import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.event.TlsEvent;
import dev.dovetail.tls.api.event.TlsObserver;
import dev.dovetail.tls.jsse.DovetailOptions;
import dev.dovetail.tls.net.KeyLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who watches a connection: the options' observer, the connection's own, and the key log, which alone gets secrets.
 *
 * @param options name an observer for each connection
 * @param keyLog where secrets go
 */
record Watchers(DovetailOptions options, Optional<KeyLog> keyLog) {

    static Watchers of(DovetailOptions options, SystemSettings settings) {
        Optional<Path> file = options.keyLog().or(() -> settings.keyLog().map(Path::of));
        try {
            return new Watchers(
                    options, file.isPresent() ? Optional.of(KeyLog.appendingTo(file.get())) : Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException("the key log " + file.orElseThrow() + " can't be opened", e);
        }
    }

    /** Empty if nobody watches: then no event is built. */
    Optional<TlsObserver> of(Role role, List<TlsObserver> own) {
        List<TlsObserver> all = new ArrayList<>(own);
        options.observers().ifPresent(make -> all.add(make.apply(role)));
        if (all.isEmpty() && keyLog.isEmpty()) return Optional.empty();
        return Optional.of(event -> {
            try {
                for (TlsObserver one : all) one.on(withoutSecret(event));
            } finally {
                // Whatever an observer throws: the key log also closes the event's secret.
                keyLog.ifPresent(log -> log.on(event));
            }
        });
    }

    private static TlsEvent withoutSecret(TlsEvent event) {
        if (!(event instanceof TlsEvent.SecretDerived secret)) return event;
        Optional<Secret> none = Optional.empty();
        return new TlsEvent.SecretDerived(secret.label(), secret.clientRandom(), secret.length(), none);
    }
}
