package dev.dovetail.tls.handshake.server13;

import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.extension.ExtensionBlock;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.HandshakeType;
import dev.dovetail.tls.handshake.negotiation.ContentLimits;
import dev.dovetail.tls.handshake.server.ClientAsk;
import dev.dovetail.tls.handshake.tls13.Course;
import dev.dovetail.tls.handshake.tls13.State13;

/**
 * A server that takes early data, until the client says that this was all (RFC 8446 4.5).
 *
 * @param next what it waits for then
 */
record AwaitEndOfEarlyData(AwaitClientFinished next) implements State13 {

    @Override
    public State on(HandshakeMessage message, Effects effects) {
        if (message.type() != HandshakeType.END_OF_EARLY_DATA) throw unexpected(message, "EndOfEarlyData");
        message.body().done();
        ClientAsk ask = next.kept().ask();
        Course course = next.kept().course();
        course.transcript().add(message.bytes());
        effects.endEarlyReading();
        ContentLimits limits =
                ContentLimits.accept(ask.hello().extensions(), ask.config().recordSizeLimit(), 1, new ExtensionBlock());
        effects.contentLimits(limits.read(), limits.write());
        effects.installRead(course.read(course.secrets().clientTraffic()), "handshake");
        return next;
    }

    @Override
    public void close() {
        next.close();
    }
}
