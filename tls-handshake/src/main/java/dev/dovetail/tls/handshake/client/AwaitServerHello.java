package dev.dovetail.tls.handshake.client;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.ExtensionCodec.Site;
import dev.dovetail.tls.handshake.client12.ServerHelloReceived12;
import dev.dovetail.tls.handshake.client13.ServerHelloReceived13;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.key.Transcript;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.HandshakeType;
import dev.dovetail.tls.handshake.message.ServerHello;
import dev.dovetail.tls.handshake.negotiation.DowngradeSentinel;
import java.util.Arrays;
import java.util.Optional;

/**
 * A client that has sent its ClientHello. Here, and in the server's counterpart, the version is settled.
 *
 * @param offer what was sent
 * @param transcript ClientHello so far
 * @param retried the suite of the HelloRetryRequest that was answered
 */
public record AwaitServerHello(ClientOffer offer, Transcript transcript, Optional<UsableSuite> retried)
        implements State {

    @Override
    public State on(HandshakeMessage message, Effects effects) {
        if (message.type() == HandshakeType.HELLO_REQUEST && mayBeTls12()) {
            // RFC 5246 7.4.1.1: ignored while a handshake is under way, and not part of it. TLS 1.3 has no such
            // message.
            message.body().done();
            effects.ignoredMessageSeen();
            return this;
        }
        if (message.type() != HandshakeType.SERVER_HELLO) throw unexpected(message, "ServerHello");
        ServerHello hello = ServerHello.read(message, offer.codecs());
        ProtocolVersion version = version(hello);
        effects.recordVersion(ProtocolVersion.TLS_1_2.code());
        refuseDowngrade(hello, version);
        UsableSuite suite = offer.suite(hello, version);
        effects.negotiated("version", version, "the server chose it");
        effects.negotiated("cipher suite", suite, "the server chose it");
        if (!version.equals(ProtocolVersion.TLS_1_3)) {
            refuseEarlyData(version);
            return ServerHelloReceived12.next(offer, transcript, hello, message, suite, effects);
        }
        refuseOtherSessionId(hello);
        if (hello.site() == Site.HELLO_RETRY_REQUEST) return retry(hello, message, suite, effects);
        if (retried.isPresent() && retried.get().code() != suite.code()) {
            throw Fault.SUITE_CHANGED_AFTER_RETRY.because("from %s to %s", retried.get(), suite);
        }
        return ServerHelloReceived13.next(offer, transcript, hello, message, suite, retried.isPresent(), effects);
    }

    @Override
    public State onChangeCipherSpec(Effects effects) {
        // RFC 8446 5: dropped from the first ClientHello on. It changes no keys here, since TLS 1.2 has none yet
        // either.
        return this;
    }

    @Override
    public boolean alertLevelCounts() {
        // A HelloRetryRequest settles TLS 1.3, where every error alert is fatal.
        return retried.isEmpty();
    }

    @Override
    public void close() {
        offer.close();
    }

    private boolean mayBeTls12() {
        return retried.isEmpty() && offer.offers(ProtocolVersion.TLS_1_2.code());
    }

    private State retry(ServerHello request, HandshakeMessage message, UsableSuite suite, Effects effects) {
        if (retried.isPresent()) throw Fault.RETRY_TWICE.because("a second HelloRetryRequest came");
        return HelloRetry.answer(offer, transcript, request, message, suite, effects);
    }

    private ProtocolVersion version(ServerHello hello) {
        int version = hello.version();
        if (hello.site() == Site.SERVER_HELLO_12) {
            if (retried.isPresent()) {
                throw Fault.VERSION_CHANGED_AFTER_RETRY.because(
                        "the ServerHello is of %s", new ProtocolVersion(version));
            }
            if (offer.offers(version) && version < ProtocolVersion.TLS_1_3.code()) return new ProtocolVersion(version);
            // RFC 8446 D.1: a version in the old field that is not acceptable has an alert of its own.
            throw Fault.NO_COMMON_VERSION.because(
                    "the server wants %s; enabled here are %s",
                    new ProtocolVersion(version), offer.config().selection().versions());
        }
        // RFC 8446 4.2.1: the extension may name neither an older version nor one that was not offered.
        if (version != ProtocolVersion.TLS_1_3.code() || !offer.offers(version)) {
            throw Fault.VERSION_NOT_OFFERED.because(
                    "supported_versions says %s; offered were %s",
                    new ProtocolVersion(version), offer.config().selection().versions());
        }
        if (hello.legacyVersion() != ProtocolVersion.TLS_1_2.code()) {
            throw Fault.VERSION_NOT_OFFERED.because("legacy_version is 0x%04x", hello.legacyVersion());
        }
        return new ProtocolVersion(version);
    }

    /** RFC 8446 D.3: a server of TLS 1.2 chokes on early data, so who sent it can't go on. */
    private void refuseEarlyData(ProtocolVersion version) {
        if (offer.early().isEmpty()) return;
        offer.keys().get(0).session().ifPresent(one -> offer.config().sessions().forget(one.name()));
        throw Fault.EARLY_DATA_BAD.because(
                "the server chose %s, but gave a ticket for early data in TLS 1.3: connect again without it", version);
    }

    private void refuseDowngrade(ServerHello hello, ProtocolVersion version) {
        ProtocolVersion newest = offer.config().selection().versions().get(0);
        if (DowngradeSentinel.in(hello.random(), newest, version)) {
            throw Fault.DOWNGRADE_DETECTED.because(
                    "the server chose %s but its random says that it can do better", version);
        }
    }

    private void refuseOtherSessionId(ServerHello hello) {
        if (!Arrays.equals(hello.sessionId(), offer.hello().sessionId())) {
            throw Fault.SESSION_ID_NOT_ECHOED.because(
                    "%d bytes came back, %d were sent",
                    hello.sessionId().length, offer.hello().sessionId().length);
        }
    }
}
