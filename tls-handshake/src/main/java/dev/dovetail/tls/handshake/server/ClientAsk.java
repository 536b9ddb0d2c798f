package dev.dovetail.tls.handshake.server;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.NegotiationReport;
import dev.dovetail.tls.api.NegotiationReport.Removal;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.handshake.ProtocolChoice;
import dev.dovetail.tls.handshake.ProtocolChooser;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.handshake.credential.HandshakeFacts;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.extension.ApplicationProtocolExtension;
import dev.dovetail.tls.handshake.extension.CertificateAuthoritiesExtension;
import dev.dovetail.tls.handshake.extension.Codecs;
import dev.dovetail.tls.handshake.extension.ServerNameExtension;
import dev.dovetail.tls.handshake.extension.SignatureAlgorithmsExtension;
import dev.dovetail.tls.handshake.message.ClientHello;
import dev.dovetail.tls.handshake.negotiation.CredentialChoice;
import dev.dovetail.tls.handshake.negotiation.ExtensionDialogue;
import dev.dovetail.tls.handshake.negotiation.OwnCredentials;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.security.auth.x500.X500Principal;

/**
 * What a client asked for: all that the server's later states need of the ClientHello.
 *
 * @param config what the server does
 * @param codecs the extensions that it knows
 * @param dialogue its third-party extensions
 * @param hello the ClientHello that counts
 * @param version what was chosen
 */
public record ClientAsk(
        ServerConfig config, Codecs codecs, ExtensionDialogue dialogue, ClientHello hello, ProtocolVersion version) {

    /**
     * The host that the client asks for.
     *
     * @return empty if it did not say
     */
    public Optional<String> serverName() {
        return hello.find(ServerNameExtension.INSTANCE).flatMap(name -> name);
    }

    /**
     * The application protocol.
     *
     * @param suite the suite, if it is settled already
     * @return empty if the client offers none, or the application goes on without
     * @throws dev.dovetail.tls.api.TlsFault {@link Fault#NO_COMMON_APPLICATION_PROTOCOL}
     */
    public Optional<String> applicationProtocol(Optional<UsableSuite> suite) {
        Optional<List<String>> offered = hello.find(ApplicationProtocolExtension.INSTANCE);
        if (offered.isEmpty() || config.protocolChooser().isEmpty()) return Optional.empty();
        ProtocolChooser chooser = config.protocolChooser().get();
        ProtocolChoice choice = chooser.choose(offered.get(), facts(suite, Optional.empty()));
        if (choice.refused()) {
            throw Fault.NO_COMMON_APPLICATION_PROTOCOL
                    .because("the client offers %s", offered.get())
                    .with(report(chooser, offered.get()));
        }
        choice.protocol().ifPresent(protocol -> {
            if (!offered.get().contains(protocol)) {
                throw Fault.CONFIGURATION.because(
                        "the protocol chooser chose %s, but the client offers %s", protocol, offered.get());
            }
        });
        return choice.protocol();
    }

    /**
     * Ends the connection if the client asks for a host that is not served here.
     *
     * @throws dev.dovetail.tls.api.TlsFault {@link Fault#SERVER_NAME_UNKNOWN}
     */
    void refuseUnacceptedName() {
        serverName().filter(name -> !config.acceptedNames().test(name)).ifPresent(name -> {
            throw Fault.SERVER_NAME_UNKNOWN.because(
                    "the client asks for %s, which ServerConfig.acceptNames does not accept", name);
        });
    }

    /**
     * The application protocol, if it can be chosen before the suite.
     *
     * @return empty if not, or if there is none
     * @throws dev.dovetail.tls.api.TlsFault {@link Fault#NO_COMMON_APPLICATION_PROTOCOL}
     */
    public Optional<String> protocolBeforeSuite() {
        boolean early = config.protocolChooser()
                .filter(chooser -> !chooser.needsSuite())
                .isPresent();
        return early ? applicationProtocol(Optional.empty()) : Optional.empty();
    }

    private static NegotiationReport report(ProtocolChooser chooser, List<String> offered) {
        return new NegotiationReport(
                "application protocol",
                chooser.protocols(),
                offered,
                chooser.protocols().stream()
                        .map(own -> new Removal(own, "the peer does not offer it"))
                        .toList(),
                "Speak a protocol of the peer's list here (ServerConfig.applicationProtocols), or one of these there.");
    }

    /**
     * What is settled, for those who choose or judge.
     *
     * @param suite the suite, if it is
     * @param protocol the application protocol, if it is
     * @return the facts
     */
    public HandshakeFacts facts(Optional<UsableSuite> suite, Optional<String> protocol) {
        List<Integer> schemes =
                hello.find(SignatureAlgorithmsExtension.INSTANCE).orElse(List.of());
        return new HandshakeFacts(version, suite, serverName(), protocol, schemes);
    }

    /**
     * Gets our credentials, which may take time, and goes on.
     *
     * @param facts what is settled
     * @param effects waits for the answer
     * @param then makes the next state
     * @return the state that waits, or already the next one
     */
    public State withCredentials(HandshakeFacts facts, Effects effects, Function<List<Credential>, State> then) {
        return OwnCredentials.ask(config, facts, authorities(), effects, then);
    }

    private List<X500Principal> authorities() {
        return hello.find(CertificateAuthoritiesExtension.INSTANCE).orElse(List.of());
    }

    /**
     * The choice among our credentials by what the client can verify.
     *
     * @param credentials ours
     * @param schemes numbers that it accepts in the handshake
     * @return the choice
     */
    public CredentialChoice credentialChoice(List<Credential> credentials, List<Integer> schemes) {
        return new CredentialChoice(
                config,
                credentials,
                version,
                schemes,
                hello.find(SignatureAlgorithmsExtension.FOR_CERTIFICATES).orElse(schemes),
                authorities());
    }

    /**
     * Our credentials in the order in which they are tried.
     *
     * @param choice the rules
     * @return those for the name first
     * @throws dev.dovetail.tls.api.TlsFault {@link Fault#SERVER_NAME_UNKNOWN} if no credential has the name and the
     *     configuration insists
     */
    public List<Credential> credentials(CredentialChoice choice) {
        List<Credential> candidates = choice.inOrder(serverName());
        if (config.unknownNamesRefused() && serverName().isPresent()) {
            String name = serverName().get();
            List<Credential> named = candidates.stream()
                    .filter(credential -> credential.names(name))
                    .toList();
            if (named.isEmpty()) {
                throw Fault.SERVER_NAME_UNKNOWN.because("no credential is for %s; there are %s", name, candidates);
            }
            return named;
        }
        return candidates;
    }
}
