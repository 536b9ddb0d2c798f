package dev.dovetail.tls.handshake.client;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.extension.CookieExtension;
import dev.dovetail.tls.handshake.extension.EarlyDataExtension;
import dev.dovetail.tls.handshake.extension.ExtensionBlock;
import dev.dovetail.tls.handshake.extension.KeyShareExtension;
import dev.dovetail.tls.handshake.extension.PreSharedKeyExtension;
import dev.dovetail.tls.handshake.key.Transcript;
import dev.dovetail.tls.handshake.message.ClientHello;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.HandshakeType;
import dev.dovetail.tls.handshake.message.ServerHello;
import dev.dovetail.tls.handshake.psk.Binders;
import dev.dovetail.tls.handshake.psk.OfferedKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The client's answer to a HelloRetryRequest (RFC 8446 4.1.4). */
final class HelloRetry {

    // Choice: all extensions of a hello share 2^16 bytes; half of them is more than any server needs.
    private static final int LONGEST_COOKIE = 1 << 15;

    private HelloRetry() {}

    static State answer(
            ClientOffer offer,
            Transcript transcript,
            ServerHello request,
            HandshakeMessage message,
            UsableSuite suite,
            Effects effects) {
        offer.refuseUnsolicited(request.extensions(), "HelloRetryRequest", CookieExtension.INSTANCE);
        Optional<byte[]> cookie = request.find(CookieExtension.INSTANCE);
        if (cookie.isPresent() && cookie.get().length > LONGEST_COOKIE) {
            throw Fault.COOKIE_BAD.because("%d bytes leave no room in a ClientHello", cookie.get().length);
        }
        Optional<NamedGroup> group = request.find(KeyShareExtension.INSTANCE)
                .map(list -> group(offer, list.get(0).group()));
        if (group.isEmpty() && cookie.isEmpty()) {
            throw Fault.RETRY_POINTLESS.because("it asks for neither another group nor a cookie");
        }
        transcript.use(suite.hash());
        transcript.replaceByMessageHash();
        transcript.add(message.bytes());
        group.ifPresent(wanted -> effects.negotiated("group", wanted.name(), "the server asked for it by a retry"));

        List<OwnShare> shares = group.map(wanted -> newShare(offer, wanted)).orElse(offer.shares());
        List<OfferedKey> keys = fitting(offer.keys(), suite);
        ClientHello second;
        offer.early().ifPresent(refused -> endEarlyData(effects));
        try {
            second = second(offer, shares, cookie, keys, transcript);
        } catch (RuntimeException e) {
            shares.forEach(OwnShare::close);
            throw e;
        }
        // RFC 8446 D.4: ChangeCipherSpec stands before the second flight, here the second hello.
        boolean sentAlready = offer.early().isPresent();
        if (offer.config().compatibilityMode() && !sentAlready) effects.sendChangeCipherSpec();
        transcript.add(effects.send(HandshakeType.CLIENT_HELLO, second::write));
        ClientOffer next = offer.again(second, shares, keys);
        return new AwaitServerHello(next, transcript, Optional.of(suite));
    }

    /** RFC 8446 4.2.10: a retry refuses early data, and the second hello stands there unprotected. */
    private static void endEarlyData(Effects effects) {
        effects.stopEarlySending();
        effects.uninstallWrite();
    }

    private static ClientHello second(
            ClientOffer offer,
            List<OwnShare> shares,
            Optional<byte[]> cookie,
            List<OfferedKey> keys,
            Transcript transcript) {
        ClientHello first = offer.hello();
        ExtensionBlock extensions = first.extensions()
                .copy()
                .without(PreSharedKeyExtension.INSTANCE)
                .without(EarlyDataExtension.INSTANCE)
                .with(KeyShareExtension.INSTANCE, ClientHelloDraft.keyShares(shares));
        cookie.ifPresent(value -> extensions.with(CookieExtension.INSTANCE, value));
        ClientHello second = first.with(extensions);
        if (keys.isEmpty()) return HelloPadding.padded(second);
        Instant now = offer.config().sessions().now();
        return Binders.bound(HelloPadding.padded(Binders.unbound(second, keys, now)), keys, now, transcript::fork);
    }

    /** RFC 8446 4.1.4: keys that do not go with the suite of the retry are not offered again. */
    private static List<OfferedKey> fitting(List<OfferedKey> keys, UsableSuite suite) {
        List<OfferedKey> kept = new ArrayList<>();
        for (OfferedKey key : keys) {
            if (key.hash() == suite.hash()) kept.add(key);
            else key.close();
        }
        return List.copyOf(kept);
    }

    private static NamedGroup group(ClientOffer offer, int code) {
        NamedGroup group = offer.config().selection().groups().stream()
                .filter(own -> own.code() == code && own.versions().contains(ProtocolVersion.TLS_1_3))
                .findFirst()
                .orElseThrow(() -> Fault.GROUP_NOT_OFFERED.because("the retry asks for group 0x%04x", code));
        if (offer.shares().stream().anyMatch(share -> share.group().code() == code)) {
            throw Fault.RETRY_POINTLESS.because("a share for %s was sent already", group.name());
        }
        return group;
    }

    private static List<OwnShare> newShare(ClientOffer offer, NamedGroup group) {
        offer.shares().forEach(OwnShare::close);
        return List.of(new OwnShare(group, group.generate(offer.config().random())));
    }
}
