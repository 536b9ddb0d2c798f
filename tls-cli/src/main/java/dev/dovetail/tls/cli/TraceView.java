package dev.dovetail.tls.cli;

import dev.dovetail.tls.api.event.TlsEvent;
import dev.dovetail.tls.api.event.TlsEvent.Direction;
import dev.dovetail.tls.api.event.TlsObserver;
import dev.dovetail.tls.record.ContentType;

/** Events as short lines: {@code <-} came, {@code ->} went, {@code ==} was settled, {@code ..} happened within. */
final class TraceView implements TlsObserver {

    private final Log log;

    TraceView(Log log) {
        this.log = log;
    }

    @Override
    public void on(TlsEvent event) {
        // A secret is the observer's to close, but this one may share it with a key log, which does.
        String line = line(event);
        // One thread serves one connection, so its name tells which.
        if (!line.isEmpty()) log.line(Thread.currentThread().getName() + ": " + line);
    }

    private static String line(TlsEvent event) {
        if (event instanceof TlsEvent.Record record) return record(record);
        if (event instanceof TlsEvent.Message message) {
            return arrow(message.direction()) + "   " + message.name() + ", " + message.bytes().length + " bytes";
        }
        if (event instanceof TlsEvent.State state) return "..   state " + state.from() + " -> " + state.to();
        if (event instanceof TlsEvent.Negotiated settled) {
            return "== " + settled.subject() + ": " + settled.choice() + " (" + settled.reason() + ")";
        }
        if (event instanceof TlsEvent.SecretDerived secret) {
            return "..   secret " + secret.label() + ", " + secret.length() + " bytes";
        }
        if (event instanceof TlsEvent.KeysInstalled keys) {
            return "..   keys for " + (keys.direction() == Direction.READ ? "reading: " : "writing: ") + keys.keys();
        }
        if (event instanceof TlsEvent.AlertSeen alert) return alert(alert);
        if (event instanceof TlsEvent.Task task) {
            return "..   " + task.name() + (task.finished() ? ": done" : " ...");
        }
        // Fields are for the byte dump, which is another view.
        return "";
    }

    private static String record(TlsEvent.Record record) {
        return arrow(record.direction()) + " record " + ContentType.name(record.contentType()) + ", "
                + record.plaintextLength() + " bytes, " + record.wireLength() + " on the wire"
                + (record.isProtected() ? ", protected, number " + record.sequence() : "");
    }

    private static String alert(TlsEvent.AlertSeen alert) {
        return arrow(alert.direction()) + "   alert " + alert.alert() + (alert.fatal() ? ", fatal" : "")
                + alert.fault().map(fault -> ": " + fault.getMessage()).orElse("");
    }

    private static String arrow(Direction direction) {
        return direction == Direction.READ ? "<-" : "->";
    }
}
