package dev.dovetail.tls.handshake.tls12;

import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.wire.WireWriter;
import dev.dovetail.tls.handshake.ConnectionInfo;
import dev.dovetail.tls.handshake.EarlyDataOutcome;
import dev.dovetail.tls.handshake.TlsConfig;
import dev.dovetail.tls.handshake.credential.HandshakeFacts;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.key.Transcript;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.negotiation.ExtensionDialogue;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the two hellos of TLS 1.2 settled, and the transcript that begins with them.
 *
 * @param role our role
 * @param config what we do
 * @param suite the suite
 * @param clientRandom 32 bytes
 * @param serverRandom 32 bytes
 * @param features what the extensions settled
 * @param serverName the host that the client asks for
 * @param dialogue third-party extensions
 * @param sessions what is resumed, and what is kept
 * @param transcript all messages so far
 */
public record Agreed12(
        Role role,
        TlsConfig config,
        UsableSuite suite,
        byte[] clientRandom,
        byte[] serverRandom,
        Features12 features,
        Optional<String> serverName,
        ExtensionDialogue dialogue,
        Sessions12 sessions,
        Transcript transcript) {

    /**
     * Whether our Finished ends the handshake: the server's does, but not in a resumption (RFC 5246 7.3).
     *
     * @return true if we answer the peer's Finished
     */
    public boolean finishesLast() {
        return (role == Role.SERVER) != sessions.resumed().isPresent();
    }

    /**
     * The suite's key exchange.
     *
     * @return every suite of TLS 1.2 has one
     */
    public KeyExchange keyExchange() {
        return suite.keyExchange()
                .orElseThrow(
                        () -> new IllegalStateException(suite + " is no suite of TLS 1.2: it has no key exchange"));
    }

    /**
     * How the suite has the server prove who it is.
     *
     * @return the suite's
     */
    public Authentication authentication() {
        return suite.suite().authentication();
    }

    /**
     * Whether the server signs its parameters: only where there are some.
     *
     * @return true if a ServerKeyExchange of this suite has a signature
     */
    public boolean serverSigns() {
        return authentication().signature() && keyExchange().params() != KeyExchange.Params.NONE;
    }

    /**
     * Whether the server sends ServerKeyExchange: the exchange's rule, but an identity hint may come where it has nothing
     * to say (RFC 4279 2 and 4).
     *
     * @return the rule
     */
    public KeyExchange.Params params() {
        KeyExchange.Params own = keyExchange().params();
        return own == KeyExchange.Params.NONE && authentication().preShared() ? KeyExchange.Params.OPTIONAL : own;
    }

    /**
     * What is settled, for those who choose or judge.
     *
     * @param peerSchemes numbers of the schemes that the peer accepts
     * @return the facts
     */
    public HandshakeFacts facts(List<Integer> peerSchemes) {
        return new HandshakeFacts(
                ProtocolVersion.TLS_1_2, Optional.of(suite), serverName, features.applicationProtocol(), peerSchemes);
    }

    /**
     * Sends a message and adds it to the transcript.
     *
     * @param type its number
     * @param body writes it
     * @param effects sends it
     */
    public void send(int type, Consumer<WireWriter> body, Effects effects) {
        transcript.add(effects.send(type, body));
    }

    /**
     * Adds a message of the peer to the transcript.
     *
     * @param message the message
     */
    public void saw(HandshakeMessage message) {
        transcript.add(message.bytes());
    }

    /**
     * The result of the handshake.
     *
     * @param parties who proved what
     * @return what was agreed
     */
    public ConnectionInfo info(Parties12 parties) {
        return new ConnectionInfo(
                ProtocolVersion.TLS_1_2,
                suite,
                parties.group(),
                parties.ownScheme(),
                parties.peer().scheme(),
                parties.peer().preSharedKey(),
                parties.ownChain(),
                parties.peer().chain(),
                serverName,
                features.applicationProtocol(),
                false,
                features.extendedMasterSecret(),
                features.encryptThenMac(),
                sessions.resumed().isPresent(),
                sessions.facts(),
                EarlyDataOutcome.NONE,
                dialogue.agreed());
    }
}
