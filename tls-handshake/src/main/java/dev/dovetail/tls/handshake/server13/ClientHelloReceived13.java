package dev.dovetail.tls.handshake.server13;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.ExtensionCodec;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.extension.CookieExtension;
import dev.dovetail.tls.handshake.extension.KeyShare;
import dev.dovetail.tls.handshake.extension.KeyShareExtension;
import dev.dovetail.tls.handshake.extension.PreSharedKeyExtension;
import dev.dovetail.tls.handshake.extension.PskKeyExchangeModesExtension;
import dev.dovetail.tls.handshake.extension.SignatureAlgorithmsExtension;
import dev.dovetail.tls.handshake.extension.SupportedGroupsExtension;
import dev.dovetail.tls.handshake.key.Transcript;
import dev.dovetail.tls.handshake.message.ClientHello;
import dev.dovetail.tls.handshake.negotiation.CredentialChoice;
import dev.dovetail.tls.handshake.negotiation.GroupChoice;
import dev.dovetail.tls.handshake.negotiation.SigningCredential;
import dev.dovetail.tls.handshake.negotiation.SuiteChoice;
import dev.dovetail.tls.handshake.server.ClientAsk;
import java.util.List;
import java.util.Optional;

/** What a server does with a ClientHello of TLS 1.3: settles suite, group and credential, and answers or asks again. */
public final class ClientHelloReceived13 {

    private ClientHelloReceived13() {}

    /**
     * Goes on from ClientHello.
     *
     * @param ask what the client asked for
     * @param transcript ClientHello
     * @param effects what may be done
     * @return the next state
     */
    public static State next(ClientAsk ask, Transcript transcript, Effects effects) {
        requireForm(ask.hello());
        if (ask.hello().extensions().has(CookieExtension.INSTANCE)) {
            throw Fault.COOKIE_BAD.because("the first ClientHello has one, but none was given");
        }
        List<KeyShare> shares = shares(ask.hello());
        UsableSuite suite = SuiteChoice.choose(
                ask.config().selection(), ask.version(), ask.hello().suites(), own -> Optional.empty());
        NamedGroup group = GroupChoice.tls13(
                ask.config().selection(),
                require(ask.hello(), SupportedGroupsExtension.INSTANCE),
                shares,
                ask.config().retryForPreferredGroup());
        Choices choices = new Choices(suite, group, signing(ask));
        effects.negotiated("cipher suite", suite, "our first that the client offers");
        effects.negotiated(
                "group",
                group.name(),
                ask.config().retryForPreferredGroup()
                        ? "our first that the client supports"
                        : "our first with a share, else our first that the client supports");
        transcript.use(suite.hash());
        return share(shares, group)
                .map(share -> ServerFlight.begin(ask, choices, share, false, transcript, effects))
                .orElseGet(() -> AwaitSecondHello.afterRetry(ask, choices, transcript, effects));
    }

    /** RFC 8446 4.1.2, 4.2.9 and 9.2: what a ClientHello of TLS 1.3 has to have. */
    static void requireForm(ClientHello hello) {
        if (hello.compression().length != 1) {
            throw Fault.COMPRESSION_BAD.because("a ClientHello of TLS 1.3 offers the null method only");
        }
        require(hello, SignatureAlgorithmsExtension.INSTANCE);
        require(hello, SupportedGroupsExtension.INSTANCE);
        require(hello, KeyShareExtension.INSTANCE);
        // RFC 8446 4.2.9: even by a server that does a full handshake anyway.
        if (hello.extensions().has(PreSharedKeyExtension.INSTANCE)) {
            require(hello, PskKeyExchangeModesExtension.INSTANCE);
        }
    }

    /** The client's shares, each for a group that it supports, in the order of its groups (RFC 8446 4.2.8). */
    static List<KeyShare> shares(ClientHello hello) {
        List<Integer> groups = require(hello, SupportedGroupsExtension.INSTANCE);
        List<KeyShare> shares = require(hello, KeyShareExtension.INSTANCE);
        int place = 0;
        for (KeyShare share : shares) {
            // Each share's group stands behind the one before it, so both lists are walked once.
            while (place < groups.size() && groups.get(place).intValue() != share.group()) place++;
            if (place++ == groups.size()) {
                throw Fault.KEY_SHARE_BAD.because(
                        "a share for group 0x%04x, which is not in supported_groups at its place", share.group());
            }
        }
        return shares;
    }

    static Optional<KeyShare> share(List<KeyShare> shares, NamedGroup group) {
        return shares.stream().filter(share -> share.group() == group.code()).findFirst();
    }

    private static SigningCredential signing(ClientAsk ask) {
        CredentialChoice choice = ask.credentialChoice(require(ask.hello(), SignatureAlgorithmsExtension.INSTANCE));
        return choice.choose(ask.credentials(choice), scheme -> true)
                .orElseThrow(() -> Fault.NO_COMMON_SIGNATURE_SCHEME
                        .because(
                                "none of our %d credentials can sign for this client in %s",
                                ask.config().credentials().size(), ProtocolVersion.TLS_1_3)
                        .with(choice.report()));
    }

    private static <V> V require(ClientHello hello, ExtensionCodec<V> codec) {
        return hello.find(codec)
                .orElseThrow(() -> Fault.EXTENSION_MISSING.because("ClientHello has no %s", codec.name()));
    }
}
