package dev.dovetail.tls.jsse.setup;

import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.event.TlsObserver;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.ProtocolChoice;
import dev.dovetail.tls.handshake.ProtocolChooser;
import dev.dovetail.tls.handshake.RecordSizing;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.TlsConfig;
import dev.dovetail.tls.handshake.TlsEngine;
import dev.dovetail.tls.handshake.credential.HandshakeFacts;
import dev.dovetail.tls.handshake.credential.ServerNames;
import dev.dovetail.tls.jsse.PskKeyManager;
import dev.dovetail.tls.jsse.credential.Asker;
import dev.dovetail.tls.jsse.credential.ChainLimit;
import dev.dovetail.tls.jsse.credential.KeyManagerCredentials;
import dev.dovetail.tls.jsse.credential.Managers;
import dev.dovetail.tls.jsse.credential.PlainManagerChecks;
import dev.dovetail.tls.jsse.credential.RequestedHosts;
import dev.dovetail.tls.jsse.credential.TrustManagerVerifier;
import dev.dovetail.tls.jsse.session.HandshakeProgress;
import dev.dovetail.tls.jsse.session.SchemeNames;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIMatcher;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLException;
import javax.net.ssl.StandardConstants;
import org.jspecify.annotations.Nullable;

/**
 * Makes the configuration of one connection of what its context, its parameters and the system's properties say.
 *
 * @param context what is shared
 * @param parameters what this connection was told
 * @param asker on whose behalf managers are asked
 * @param progress shows them the handshake
 * @param peerHost whom the application wants to reach, or null
 * @param peerPort the same, or -1
 * @param observers who watches this connection
 * @param selector chooses the application protocol on a server instead of the parameters' list; null if there is none
 */
public record ConnectionConfigs(
        TlsContext context,
        ConnectionParameters parameters,
        Asker asker,
        HandshakeProgress progress,
        @Nullable String peerHost,
        int peerPort,
        List<TlsObserver> observers,
        @Nullable Function<List<String>, @Nullable String> selector) {

    /**
     * A configuration of the role that the parameters name. Slow steps are left to the caller.
     *
     * @return the configuration
     * @throws SSLException if nothing could be negotiated with it; the message says what to change
     */
    public TlsConfig make() throws SSLException {
        try {
            Selection selection = resumption().selection(context.selection(parameters));
            progress.begun(SchemeNames.of(selection));
            return parameters.client() ? resumption().checked(client(selection)) : server(selection);
        } catch (IllegalArgumentException | IllegalStateException useless) {
            throw new SSLException("the connection can't be configured: " + useless.getMessage(), useless);
        }
    }

    /**
     * An engine with that configuration.
     *
     * @param config from {@link #make}
     * @return the caller closes it
     */
    public static TlsEngine engine(TlsConfig config) {
        return config instanceof ClientConfig client
                ? TlsEngine.client(client)
                : TlsEngine.server((ServerConfig) config);
    }

    private ClientConfig client(Selection selection) {
        ClientConfig.Builder builder = ClientConfig.of(selection);
        common(builder, selection);
        requestedName().ifPresent(builder::serverName);
        builder.applicationProtocols(parameters.applicationProtocols().toArray(String[]::new));
        if (context.options().anonymousServersAccepted()) builder.insecureAnonymousServers();
        if (context.settings().authoritiesSent()) builder.sendAuthorities();
        if (!context.settings().compatibilityMode()) builder.withoutCompatibilityMode();
        preSharedKeys().flatMap(PskKeyManager::clientKeys).ifPresent(builder::preSharedKeys);
        resumption().client(builder, peerHost, peerPort, RequestedHosts.of(requestedName(), peerHost));
        return builder.build();
    }

    private TlsConfig server(Selection selection) {
        ServerConfig.Builder builder = ServerConfig.of(selection);
        common(builder, selection);
        builder.clientAuthentication(parameters.clientAuthentication());
        if (!parameters.ownSuiteOrder()) builder.clientSuiteOrder();
        if (!parameters.matchers().isEmpty()) builder.acceptNames(name -> accepted(parameters.matchers(), name));
        if (selector != null) {
            builder.protocolChooser(this::choose);
        } else if (!parameters.applicationProtocols().isEmpty()) {
            builder.protocolChooser(ProtocolChooser.firstOf(parameters.applicationProtocols()));
        }
        preSharedKeys().flatMap(PskKeyManager::serverKeys).ifPresent(builder::preSharedKeys);
        resumption().server(builder);
        return builder.build();
    }

    private Resumption resumption() {
        return new Resumption(context, parameters);
    }

    private Optional<PskKeyManager> preSharedKeys() {
        return parameters.sessionCreation() ? context.managers().preSharedKeys() : Optional.empty();
    }

    private void common(TlsConfig.Builder<?> builder, Selection selection) {
        Managers managers = context.managers();
        builder.random(context.random()).deferTasks();
        managers.keys()
                .ifPresent(keys -> builder.credentials(new KeyManagerCredentials(
                        keys, context.credentials(), selection, asker, progress, !parameters.client())));
        builder.verifier(new ChainLimit(
                context.settings().longestChain(parameters.client()),
                new TrustManagerVerifier(
                        managers.trust(),
                        asker,
                        progress,
                        context.identity(),
                        new PlainManagerChecks(
                                RequestedHosts.of(requestedName(), peerHost),
                                parameters.identification(),
                                parameters.constraints(),
                                context.disabled()))));
        builder.recordSizing(recordSizing());
        if (context.settings().extendedMasterSecretRequired()) builder.requireExtendedMasterSecret();
        context.settings().renegotiationInfoRequired().ifPresent(builder::requireRenegotiationInfo);
        context.settings().longestMessage().ifPresent(builder::longestMessage);
        context.watchers().of(TlsContext.role(parameters.client()), observers).ifPresent(builder::observer);
        if (context.watchers().keyLog().isPresent()) builder.insecureSecretsInEvents();
    }

    private RecordSizing recordSizing() {
        RecordSizing sizing = context.options().recordSizing();
        int longest = parameters.longestPacket();
        return longest > 0 ? sizing.within(Packets.content(longest)) : sizing;
    }

    /** As with the JDK: what the application chose, else the host that it named, if that is a name with a dot. */
    private Optional<String> requestedName() {
        if (parameters.serverNames().isPresent()) {
            return RequestedHosts.asked(parameters.serverNames().get());
        }
        if (!context.settings().namesSent() || peerHost == null) return Optional.empty();
        boolean name = peerHost.indexOf('.') > 0 && !peerHost.endsWith(".") && !ServerNames.isIpAddress(peerHost);
        return name && isHostName(peerHost) ? Optional.of(peerHost) : Optional.empty();
    }

    /** What the application calls the peer may be no name of DNS at all: then none is sent. */
    private static boolean isHostName(String host) {
        try {
            ServerNames.asciiName(host);
            return true;
        } catch (IllegalArgumentException otherName) {
            return false;
        }
    }

    private static boolean accepted(Collection<SNIMatcher> matchers, String name) {
        SNIServerName asked;
        try {
            asked = new SNIHostName(name);
        } catch (IllegalArgumentException noHostName) {
            return false;
        }
        List<SNIMatcher> concerned = matchers.stream()
                .filter(matcher -> matcher.getType() == StandardConstants.SNI_HOST_NAME)
                .toList();
        return concerned.isEmpty() || concerned.stream().anyMatch(matcher -> matcher.matches(asked));
    }

    /** The selector answers null to refuse, and the empty string to go on without a protocol. */
    private ProtocolChoice choose(List<String> offered, HandshakeFacts facts) {
        Function<List<String>, @Nullable String> chooser = selector;
        if (chooser == null) return ProtocolChoice.none();
        progress.reached(facts, List.of());
        String chosen = chooser.apply(offered);
        if (chosen == null) return ProtocolChoice.refuse();
        if (chosen.isEmpty()) return ProtocolChoice.none();
        return ProtocolChoice.use(chosen);
    }
}
