package dev.dovetail.tls.handshake;

import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.handshake.credential.CredentialSource;
import dev.dovetail.tls.handshake.credential.PeerVerifier;
import dev.dovetail.tls.handshake.credential.ServerNames;
import dev.dovetail.tls.handshake.extension.MaxFragmentLengthExtension;
import dev.dovetail.tls.handshake.psk.ClientPreSharedKeys;
import dev.dovetail.tls.handshake.session.ClientSessions;
import dev.dovetail.tls.handshake.session.ServerScope;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What a client does. An immutable value, to be shared between connections and threads. */
public final class ClientConfig extends TlsConfig {

    private final Optional<String> serverName;
    private final List<String> applicationProtocols;
    private final OptionalInt maxFragmentLength;
    private final boolean compatibilityMode;
    private final boolean fallback;
    private final boolean authoritiesSent;
    private final Optional<ClientPreSharedKeys> preSharedKeys;
    private final ClientSessions sessions;
    private final Optional<String> sessionHost;
    private final int serverPort;
    private final Object sessionParty;
    private final EarlyDataUse earlyData;

    private ClientConfig(Builder builder) {
        super(builder);
        refuseUselessSelection(builder);
        if (!builder.anonymousServersAccepted) refuseAnonymousSuites(builder);
        this.serverName = builder.serverName;
        this.applicationProtocols = List.copyOf(builder.applicationProtocols);
        this.maxFragmentLength = builder.maxFragmentLength;
        this.compatibilityMode = builder.compatibilityMode;
        this.fallback = builder.fallback;
        this.authoritiesSent = builder.authoritiesSent;
        this.preSharedKeys = builder.preSharedKeys;
        this.sessions = builder.sessions == null ? ClientSessions.inMemory() : builder.sessions;
        this.sessionHost = builder.sessionHost;
        this.serverPort = builder.serverPort;
        this.sessionParty = builder.sessionParty == null
                ? new Party(
                        verifier(),
                        credentials(),
                        credentialSource(),
                        preSharedKeys,
                        selection().verifying(),
                        selection().certificates())
                : builder.sessionParty;
        this.earlyData = builder.earlyData;
    }

    /** One such suite is enough: whoever is on the path chooses it. */
    private static void refuseAnonymousSuites(Builder builder) {
        List<UsableSuite> anonymous = builder.selection().suites().stream()
                .filter(suite -> !suite.suite().authentication().certificate())
                .filter(suite -> !suite.suite().authentication().preShared())
                .toList();
        if (!anonymous.isEmpty()) {
            throw new IllegalArgumentException("with these suites a server proves nothing, and no verifier is asked: "
                    + anonymous + "; leave them out, or say insecureAnonymousServers()");
        }
    }

    private static void refuseUselessSelection(Builder builder) {
        List<UsableSuite> suites = builder.selection().suites();
        if (builder.preSharedKeys.isEmpty()
                && suites.stream()
                        .allMatch(suite -> suite.suite().authentication().preShared())) {
            throw new IllegalArgumentException(
                    "every enabled suite needs a pre-shared key; say where they are looked up (preSharedKeys), or enable"
                            + " other suites: " + suites);
        }
    }

    /**
     * Begins a configuration. Unless said otherwise, servers are verified against the JDK's trust store and the server
     * name.
     *
     * @param selection what is enabled
     * @return to be completed
     */
    public static Builder of(Selection selection) {
        return new Builder(selection);
    }

    /**
     * The server that is asked for: sent as server_name unless it is an IP address, and verified.
     *
     * @return a host name or an IP address
     */
    public Optional<String> serverName() {
        return serverName;
    }

    /**
     * Protocols to offer (RFC 7301), best first.
     *
     * @return empty: none is negotiated
     */
    public List<String> applicationProtocols() {
        return applicationProtocols;
    }

    /**
     * The length to ask for by max_fragment_length (RFC 6066 4).
     *
     * @return bytes
     */
    public OptionalInt maxFragmentLength() {
        return maxFragmentLength;
    }

    /**
     * Whether to look like TLS 1.2 to middleboxes (RFC 8446 D.4).
     *
     * @return true unless switched off
     */
    public boolean compatibilityMode() {
        return compatibilityMode;
    }

    /**
     * Whether this is a second try with an older version (RFC 7507).
     *
     * @return false unless asked for
     */
    public boolean fallback() {
        return fallback;
    }

    /**
     * Whether the server is told which authorities are trusted (RFC 8446 4.2.4).
     *
     * @return false unless asked for: the list is long, and tells who the client is
     */
    public boolean authoritiesSent() {
        return authoritiesSent;
    }

    /**
     * Where pre-shared keys are looked up.
     *
     * @return empty: no PSK suite and no external PSK is offered
     */
    public Optional<ClientPreSharedKeys> preSharedKeys() {
        return preSharedKeys;
    }

    /**
     * The sessions that may be resumed.
     *
     * @return a cache of this configuration alone, unless said otherwise
     */
    public ClientSessions sessions() {
        return sessions;
    }

    /**
     * What a session for this server is kept under.
     *
     * @return empty if the configuration names no server: then nothing is resumed
     */
    public Optional<ServerScope> sessionScope() {
        return sessionHost
                .or(() -> serverName)
                .map(host -> new ServerScope(host, serverPort, applicationProtocols, sessionParty));
    }

    /**
     * Whether early data may be sent, and what becomes of it if the server does not take it.
     *
     * @return {@link EarlyDataUse#NEVER} unless said otherwise
     */
    public EarlyDataUse earlyData() {
        return earlyData;
    }

    /** Who trusts, and who shows what: both decided about the sessions that were made. */
    private record Party(
            PeerVerifier verifier,
            List<Credential> credentials,
            Optional<CredentialSource> source,
            Optional<ClientPreSharedKeys> preSharedKeys,
            List<SignatureScheme> verifying,
            List<SignatureScheme> certificates) {}

    /** Collects a client's choices. Not for use by several threads. */
    public static final class Builder extends TlsConfig.Builder<Builder> {

        private Optional<String> serverName = Optional.empty();
        private List<String> applicationProtocols = List.of();
        private OptionalInt maxFragmentLength = OptionalInt.empty();
        private boolean compatibilityMode = true;
        private boolean fallback;
        private boolean authoritiesSent;
        private boolean anonymousServersAccepted;
        private Optional<ClientPreSharedKeys> preSharedKeys = Optional.empty();
        private @Nullable ClientSessions sessions;
        private Optional<String> sessionHost = Optional.empty();
        private int serverPort;
        private @Nullable Object sessionParty;
        private EarlyDataUse earlyData = EarlyDataUse.NEVER;

        private Builder(Selection selection) {
            super(selection, true);
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Names the server.
         *
         * @param host a host name, or an IP address as text
         * @return this
         */
        public Builder serverName(String host) {
            serverName = Optional.of(ServerNames.isIpAddress(host) ? host : ServerNames.asciiName(host));
            return this;
        }

        /**
         * Offers application protocols.
         *
         * @param protocols 1 to 255 bytes each, best first
         * @return this
         */
        public Builder applicationProtocols(String... protocols) {
            for (String protocol : protocols) {
                if (protocol.isEmpty()
                        || protocol.length() > 255
                        || !protocol.chars().allMatch(c -> c < 0x100)) {
                    throw new IllegalArgumentException("an application protocol has 1 to 255 bytes: " + protocol);
                }
            }
            applicationProtocols = List.of(protocols);
            return this;
        }

        /**
         * Asks for short records in the old way (RFC 6066 4); {@link #recordSizeLimit} is the newer one.
         *
         * @param bytes 512, 1024, 2048 or 4096
         * @return this
         */
        public Builder maxFragmentLength(int bytes) {
            if (!MaxFragmentLengthExtension.exists(bytes)) {
                throw new IllegalArgumentException("max_fragment_length is 512, 1024, 2048 or 4096, not " + bytes);
            }
            maxFragmentLength = OptionalInt.of(bytes);
            return this;
        }

        /**
         * Does not pretend to be TLS 1.2 towards middleboxes.
         *
         * @return this
         */
        public Builder withoutCompatibilityMode() {
            compatibilityMode = false;
            return this;
        }

        /**
         * Tells the server that a newer version was tried before (RFC 7507).
         *
         * @return this
         */
        public Builder fallback() {
            fallback = true;
            return this;
        }

        /**
         * Offers the anonymous suites of the selection too. If one is chosen, nobody is verified: whoever is on the path
         * can read and change everything, and can bring about that choice.
         *
         * @return this
         */
        public Builder insecureAnonymousServers() {
            anonymousServersAccepted = true;
            return this;
        }

        /**
         * Uses keys that the server has already: in TLS 1.3 as external PSKs, in TLS 1.2 with the PSK suites of the
         * selection. A server that takes none of them has to show a certificate as ever.
         *
         * @param source where they are looked up
         * @return this
         */
        public Builder preSharedKeys(ClientPreSharedKeys source) {
            preSharedKeys = Optional.of(source);
            return this;
        }

        /**
         * Tells the server which authorities the verifier trusts (RFC 8446 4.2.4).
         *
         * @return this
         */
        public Builder sendAuthorities() {
            authoritiesSent = true;
            return this;
        }

        /**
         * Resumes sessions of this cache: share it between the configurations of a client. Unless it is called, the
         * configuration has a cache of its own.
         *
         * @param cache the cache; {@link ClientSessions#none()} for full handshakes only
         * @return this
         */
        public Builder sessions(ClientSessions cache) {
            sessions = cache;
            return this;
        }

        /**
         * The server for whom sessions are kept, where that is not the {@link #serverName}: the server is asked for no name,
         * or has several. It is not sent, and no certificate is compared with it.
         *
         * @param host any text that names it
         * @return this
         */
        public Builder sessionHost(String host) {
            sessionHost = Optional.of(host);
            return this;
        }

        /**
         * The port of the server, where different ports of a host do not share sessions. It is not sent.
         *
         * @param port 1 to 65535; 0, as at first, if all ports of the host are one server
         * @return this
         */
        public Builder serverPort(int port) {
            if (port < 0 || port > 0xffff) throw new IllegalArgumentException("no port: " + port);
            serverPort = port;
            return this;
        }

        /**
         * What a session depends on beside host, port and protocols: whom this client trusts, and which certificates it may
         * show. Unless it is called, that is the verifier, the credentials and the source of pre-shared keys, as objects,
         * with the schemes that are accepted.
         *
         * @param party equal for configurations that may share sessions
         * @return this
         */
        public Builder sessionParty(Object party) {
            sessionParty = party;
            return this;
        }

        /**
         * Lets the application send early data in the first flight of a resumption (RFC 8446 2.3). It has no forward
         * secrecy, and who records it can send it again: only what may be done twice belongs there.
         *
         * @param use what becomes of it if the server does not take it
         * @return this
         */
        public Builder earlyData(EarlyDataUse use) {
            earlyData = use;
            return this;
        }

        /**
         * Ends the configuration.
         *
         * @return the configuration
         */
        public ClientConfig build() {
            return new ClientConfig(this);
        }
    }
}
