package dev.dovetail.tls.handshake.client;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.ExtensionCodec;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.credential.ServerNames;
import dev.dovetail.tls.handshake.extension.ApplicationProtocolExtension;
import dev.dovetail.tls.handshake.extension.Codecs;
import dev.dovetail.tls.handshake.extension.ExtensionBlock;
import dev.dovetail.tls.handshake.message.ClientHello;
import dev.dovetail.tls.handshake.message.ServerHello;
import dev.dovetail.tls.handshake.negotiation.ExtensionDialogue;
import dev.dovetail.tls.handshake.psk.OfferedKey;
import dev.dovetail.tls.handshake.session.HeldSession;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a client has offered: all that its later states need of the ClientHello.
 *
 * @param config what the client does
 * @param codecs the extensions that it knows
 * @param dialogue its third-party extensions
 * @param hello the ClientHello that was sent last
 * @param shares the key shares in it; closed by {@link #close()}
 * @param keys the pre-shared keys in it; closed by {@link #close()}
 * @param session the session of TLS 1.2 in it; closed by {@link #close()}
 * @param early the early data that goes with the first of the keys
 */
public record ClientOffer(
        ClientConfig config,
        Codecs codecs,
        ExtensionDialogue dialogue,
        ClientHello hello,
        List<OwnShare> shares,
        List<OfferedKey> keys,
        Optional<HeldSession> session,
        Optional<EarlyOffer> early)
        implements AutoCloseable {

    /**
     * What is offered behind a HelloRetryRequest.
     *
     * @param second the hello
     * @param newShares in it, taken over
     * @param fitting the keys in it, taken over
     * @return early data is refused with it
     */
    public ClientOffer again(ClientHello second, List<OwnShare> newShares, List<OfferedKey> fitting) {
        return new ClientOffer(
                config, codecs, dialogue, second, newShares, fitting, session, early.map(EarlyOffer::refused));
    }

    /**
     * The random that names the connection.
     *
     * @return 32 bytes
     */
    public byte[] clientRandom() {
        return hello.random();
    }

    /**
     * Whether a version was offered.
     *
     * @param version two bytes
     * @return true if so
     */
    public boolean offers(int version) {
        return config.selection().versions().contains(new ProtocolVersion(version));
    }

    /**
     * The suite that the server chose.
     *
     * @param hello the server's hello
     * @param version the version that it chose
     * @return the suite
     * @throws dev.dovetail.tls.api.TlsFault if it was not offered or is of another version
     */
    public UsableSuite suite(ServerHello hello, ProtocolVersion version) {
        UsableSuite suite = config.selection().suites().stream()
                .filter(offered ->
                        offered.code() == hello.suite() && this.hello.suites().contains(offered.code()))
                .findFirst()
                .orElseThrow(() -> Fault.SUITE_NOT_OFFERED.because(
                        "the server chose 0x%04x; offered were %s",
                        hello.suite(), config.selection().suites()));
        if (!suite.suite().versions().contains(version)) {
            throw Fault.SUITE_WRONG_VERSION.because("%s is not a suite of %s", suite, version);
        }
        return suite;
    }

    /**
     * The scheme of a signature of the server.
     *
     * @param code its number
     * @param version the version that was negotiated
     * @return the scheme
     * @throws dev.dovetail.tls.api.TlsFault if it was not offered, or signs no handshakes of this version
     */
    public SignatureScheme scheme(int code, ProtocolVersion version) {
        return config.selection().verifying().stream()
                .filter(scheme -> scheme.code() == code && scheme.versions().contains(version))
                .findFirst()
                .orElseThrow(() -> Fault.SIGNATURE_SCHEME_NOT_OFFERED.because(
                        "the server signed with 0x%04x; offered for %s were %s",
                        code,
                        version,
                        config.selection().verifying().stream()
                                .filter(scheme -> scheme.versions().contains(version))
                                .map(SignatureScheme::name)
                                .toList()));
    }

    /**
     * Refuses answers to what was not asked (RFC 8446 4.2).
     *
     * @param answers the server's extensions
     * @param message for the error
     * @param alsoAllowed codecs that a server may send unasked there
     */
    public void refuseUnsolicited(ExtensionBlock answers, String message, ExtensionCodec<?>... alsoAllowed) {
        Set<Integer> allowed = new HashSet<>(hello.extensions().codes());
        for (ExtensionCodec<?> codec : alsoAllowed) allowed.add(codec.code());
        answers.answersOnly(allowed, message);
    }

    /**
     * The application protocol that the server chose.
     *
     * @param answers the server's extensions
     * @return empty if it said nothing
     * @throws dev.dovetail.tls.api.TlsFault if it was not offered
     */
    public Optional<String> applicationProtocol(ExtensionBlock answers) {
        Optional<String> chosen =
                answers.find(ApplicationProtocolExtension.INSTANCE).map(list -> list.get(0));
        chosen.ifPresent(protocol -> {
            if (!config.applicationProtocols().contains(protocol)) {
                throw Fault.APPLICATION_PROTOCOL_NOT_OFFERED.because(
                        "the server chose %s; offered were %s", protocol, config.applicationProtocols());
            }
        });
        return chosen;
    }

    /**
     * The name in server_name: not sent for IP addresses (RFC 6066 3).
     *
     * @return empty if none was sent
     */
    public Optional<String> sentServerName() {
        return config.serverName().filter(ClientOffer::isSent);
    }

    static boolean isSent(String name) {
        return !ServerNames.isIpAddress(name);
    }

    /** Forgets the private halves of the key shares, and the pre-shared keys. */
    @Override
    public void close() {
        for (OwnShare share : shares) share.close();
        for (OfferedKey key : keys) key.close();
        session.ifPresent(HeldSession::close);
    }
}
