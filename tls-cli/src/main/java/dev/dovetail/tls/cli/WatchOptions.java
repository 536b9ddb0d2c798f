package dev.dovetail.tls.cli;

import dev.dovetail.tls.api.event.TlsObserver;
import dev.dovetail.tls.handshake.TlsConfig;
import dev.dovetail.tls.net.KeyLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that let somebody watch. */
final class WatchOptions {

    @Option(names = "--trace", description = "Print what happens in the protocol to stderr, a line each; no secrets.")
    private boolean trace;

    @Option(
            names = "--keylog",
            paramLabel = "FILE",
            description = "Append secrets to a key log file (NSS format), for example for Wireshark. Whoever has it can"
                    + " read the connections.")
    private @Nullable Path keyLog;

    /** Puts the observers into a configuration. */
    void apply(TlsConfig.Builder<?> config, Log log) throws IOException {
        List<TlsObserver> watchers = new ArrayList<>();
        if (trace) watchers.add(new TraceView(log));
        Path file = keyLog;
        if (file != null) {
            watchers.add(KeyLog.appendingTo(file));
            config.insecureSecretsInEvents();
            log.line("warning: secrets are written to " + file + ": whoever has it can read these connections");
        }
        if (watchers.isEmpty()) return;
        config.observer(event -> {
            for (TlsObserver watcher : watchers) watcher.on(event);
        });
    }
}
