package dev.dovetail.tls.handshake;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.handshake.credential.PeerVerifier;
import dev.dovetail.tls.handshake.psk.ServerPreSharedKeys;
import dev.dovetail.tls.handshake.session.ServerSessions;
import dev.dovetail.tls.handshake.session.SessionFacts;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a server does. An immutable value, to be shared between connections and threads. */
public final class ServerConfig extends TlsConfig {

    private final ClientAuthentication clientAuthentication;
    private final Optional<ProtocolChooser> protocolChooser;
    private final boolean unknownNamesRefused;
    private final Predicate<String> acceptedNames;
    private final boolean clientSuiteOrder;
    private final boolean retryCookie;
    private final boolean retryForPreferredGroup;
    private final Optional<ServerPreSharedKeys> preSharedKeys;
    private final Optional<byte[]> identityHint;
    private final boolean unknownIdentitiesHidden;
    private final ServerSessions sessions;
    private final byte[] sessionScope;
    private final Predicate<SessionFacts> resumable;

    private ServerConfig(Builder builder) {
        super(builder);
        refuseHidingInVain(builder);
        this.clientAuthentication = builder.clientAuthentication;
        this.protocolChooser = builder.protocolChooser;
        this.unknownNamesRefused = builder.unknownNamesRefused;
        this.acceptedNames = builder.acceptedNames;
        this.clientSuiteOrder = builder.clientSuiteOrder;
        this.retryCookie = builder.retryCookie;
        this.retryForPreferredGroup = builder.retryForPreferredGroup;
        this.preSharedKeys = builder.preSharedKeys;
        this.identityHint = builder.identityHint;
        this.unknownIdentitiesHidden = builder.unknownIdentitiesHidden;
        this.sessions = builder.sessions == null ? ServerSessions.inMemory() : builder.sessions;
        this.sessionScope = SessionScope.of(sessions, clientAuthentication, selection());
        this.resumable = builder.resumable;
    }

    /** RFC 8446 E.6: who shows a certificate instead tells by that which identities it does not know. */
    private static void refuseHidingInVain(Builder builder) {
        boolean tls13 = builder.selection().versions().contains(ProtocolVersion.TLS_1_3);
        if (builder.unknownIdentitiesHidden && tls13 && builder.hasCredentials()) {
            throw new IllegalArgumentException(
                    "hideUnknownIdentities hides nothing in TLS 1.3 where a certificate is shown"
                            + " to who names an unknown one: have either no credential, or TLS 1.2 alone");
        }
    }

    /**
     * Begins a configuration. Unless said otherwise, clients are not asked for certificates.
     *
     * @param selection what is enabled
     * @return to be completed
     */
    public static Builder of(Selection selection) {
        return new Builder(selection);
    }

    /**
     * Whether clients are asked for a certificate.
     *
     * @return the choice
     */
    public ClientAuthentication clientAuthentication() {
        return clientAuthentication;
    }

    /**
     * Who chooses the application protocol.
     *
     * @return empty: ALPN is ignored
     */
    public Optional<ProtocolChooser> protocolChooser() {
        return protocolChooser;
    }

    /**
     * Whether a server name that no certificate has ends the connection (RFC 6066 3).
     *
     * @return false: the first certificate is used
     */
    public boolean unknownNamesRefused() {
        return unknownNamesRefused;
    }

    /**
     * Which server names clients may ask for; another one ends the connection (RFC 6066 3).
     *
     * @return all, unless said otherwise
     */
    public Predicate<String> acceptedNames() {
        return acceptedNames;
    }

    /**
     * Whether the client's order of suites counts instead of ours (RFC 5246 7.4.1.2).
     *
     * @return false unless asked for
     */
    public boolean clientSuiteOrder() {
        return clientSuiteOrder;
    }

    /**
     * Whether a HelloRetryRequest carries a cookie (RFC 8446 4.2.2).
     *
     * @return false unless asked for
     */
    public boolean retryCookie() {
        return retryCookie;
    }

    /**
     * Whether our first group that a client supports is worth a HelloRetryRequest where the client sent a share for
     * another one (RFC 8446 4.1.1).
     *
     * @return false: a share at hand beats a preferred group that costs a round trip
     */
    public boolean retryForPreferredGroup() {
        return retryForPreferredGroup;
    }

    /**
     * Where pre-shared keys are looked up.
     *
     * @return empty: no PSK suite and no external PSK is accepted
     */
    public Optional<ServerPreSharedKeys> preSharedKeys() {
        return preSharedKeys;
    }

    /**
     * What TLS 1.2 clients are told about the key that is wanted (RFC 4279 5.2).
     *
     * @return a copy; empty if they are told nothing
     */
    public Optional<byte[]> identityHint() {
        return identityHint.map(byte[]::clone);
    }

    /**
     * Whether a client can't tell an unknown identity from a wrong key (RFC 4279 2).
     *
     * @return false: an unknown identity has its own alert
     */
    public boolean unknownIdentitiesHidden() {
        return unknownIdentitiesHidden;
    }

    /**
     * How clients may resume.
     *
     * @return tickets under keys of this configuration alone, unless said otherwise
     */
    public ServerSessions sessions() {
        return sessions;
    }

    /**
     * What other configurations have in common that may resume this one's sessions: scope, and how clients are asked for
     * certificates.
     *
     * @return a hash; a copy
     */
    public byte[] sessionScope() {
        return sessionScope.clone();
    }

    /**
     * Which sessions may be resumed as far as the application is concerned.
     *
     * @return asked last; true for all unless said otherwise
     */
    public Predicate<SessionFacts> resumable() {
        return resumable;
    }

    /** Collects a server's choices. Not for use by several threads. */
    public static final class Builder extends TlsConfig.Builder<Builder> {

        private ClientAuthentication clientAuthentication = ClientAuthentication.NONE;
        private Optional<ProtocolChooser> protocolChooser = Optional.empty();
        private boolean unknownNamesRefused;
        private Predicate<String> acceptedNames = name -> true;
        private boolean clientSuiteOrder;
        private boolean retryCookie;
        private boolean retryForPreferredGroup;
        private Optional<ServerPreSharedKeys> preSharedKeys = Optional.empty();
        private Optional<byte[]> identityHint = Optional.empty();
        private boolean unknownIdentitiesHidden;
        private @Nullable ServerSessions sessions;
        private Predicate<SessionFacts> resumable = session -> true;

        private Builder(Selection selection) {
            super(selection, false);
        }

        @Override
        Builder self() {
            return this;
        }

        /** Of no use where no client is asked. */
        @Override
        PeerVerifier unchosenVerifier() {
            return clientAuthentication == ClientAuthentication.NONE ? new DeferredTrust() : super.unchosenVerifier();
        }

        /**
         * Asks clients for a certificate; the verifier decides about it.
         *
         * @param choice whether to ask and to insist
         * @return this
         */
        public Builder clientAuthentication(ClientAuthentication choice) {
            clientAuthentication = choice;
            return this;
        }

        /**
         * Speaks these application protocols; a client that offers none of them is refused (RFC 7301 3.2).
         *
         * @param protocols best first
         * @return this
         */
        public Builder applicationProtocols(String... protocols) {
            return protocolChooser(ProtocolChooser.firstOf(List.of(protocols)));
        }

        /**
         * Lets the application choose the protocol.
         *
         * @param chooser may also refuse
         * @return this
         */
        public Builder protocolChooser(ProtocolChooser chooser) {
            protocolChooser = Optional.of(chooser);
            return this;
        }

        /**
         * Refuses server names that no certificate has.
         *
         * @return this
         */
        public Builder refuseUnknownNames() {
            unknownNamesRefused = true;
            return this;
        }

        /**
         * Refuses clients that ask for another name than these; who asks for none is let in.
         *
         * @param accepted called on the engine's thread, with the name as it came; must return soon
         * @return this
         */
        public Builder acceptNames(Predicate<String> accepted) {
            acceptedNames = accepted;
            return this;
        }

        /**
         * Chooses the suite in the client's order instead of ours.
         *
         * @return this
         */
        public Builder clientSuiteOrder() {
            clientSuiteOrder = true;
            return this;
        }

        /**
         * Sends a cookie with each HelloRetryRequest and wants it back.
         *
         * @return this
         */
        public Builder retryCookie() {
            retryCookie = true;
            return this;
        }

        /**
         * Asks for a share of our first group that the client supports, even if it sent shares of others.
         *
         * @return this
         */
        public Builder retryForPreferredGroup() {
            retryForPreferredGroup = true;
            return this;
        }

        /**
         * Accepts keys that clients have already: in TLS 1.3 as external PSKs, in TLS 1.2 with the PSK suites of the
         * selection. A client that names none that is known is shown a certificate, if there is one.
         *
         * @param source where they are looked up
         * @return this
         */
        public Builder preSharedKeys(ServerPreSharedKeys source) {
            preSharedKeys = Optional.of(source);
            return this;
        }

        /**
         * Tells TLS 1.2 clients which key is wanted, in a way that both sides have agreed on (RFC 4279 5.2).
         *
         * @param hint 0 to 65535 bytes
         * @return this
         */
        public Builder identityHint(byte[] hint) {
            if (hint.length > 0xffff) throw new IllegalArgumentException("a hint has at most 65535 bytes");
            identityHint = Optional.of(hint.clone());
            return this;
        }

        /**
         * Answers an unknown identity like a wrong key, so that nobody can find out which identities there are (RFC 4279
         * 2). How long the look-up takes is its own matter. In TLS 1.3 it goes with no credential: a certificate shown
         * instead would tell.
         *
         * @return this
         */
        public Builder hideUnknownIdentities() {
            unknownIdentitiesHidden = true;
            return this;
        }

        /**
         * Lets clients resume as this says: share it between the configurations of a server, or between servers. Unless it
         * is called, the configuration has tickets under keys of its own.
         *
         * @param how tickets, store, early data; {@link ServerSessions#none()} for full handshakes only
         * @return this
         */
        public Builder sessions(ServerSessions how) {
            sessions = how;
            return this;
        }

        /**
         * Has the application say whether a session may still be resumed that nothing else speaks against: a ticket can't be
         * taken back.
         *
         * @param asked false makes a full handshake; must answer at once
         * @return this
         */
        public Builder resumable(Predicate<SessionFacts> asked) {
            resumable = asked;
            return this;
        }

        /**
         * Ends the configuration.
         *
         * @return the configuration
         */
        public ServerConfig build() {
            return new ServerConfig(this);
        }
    }
}
