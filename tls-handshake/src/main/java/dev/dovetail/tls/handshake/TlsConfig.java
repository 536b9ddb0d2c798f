package dev.dovetail.tls.handshake;

import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.event.TlsObserver;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.handshake.credential.CredentialSource;
import dev.dovetail.tls.handshake.credential.PeerVerifier;
import dev.dovetail.tls.handshake.credential.PkixVerifier;
import dev.dovetail.tls.handshake.psk.PskMode;
import dev.dovetail.tls.record.PaddingPolicy;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What clients and servers configure alike. An immutable value, to be shared between connections and threads.
 */
public abstract sealed class TlsConfig permits ClientConfig, ServerConfig {

    private final Selection selection;
    private final List<Credential> credentials;
    private final Optional<CredentialSource> credentialSource;
    private final PeerVerifier verifier;
    private final int recordSizeLimit;
    private final RecordSizing recordSizing;
    private final PaddingPolicy padding;
    private final SecureRandom random;
    private final Optional<TlsObserver> observer;
    private final boolean secretsInEvents;
    private final boolean tasksDeferred;
    private final int longestMessage;
    private final boolean extendedMasterSecretRequired;
    private final boolean renegotiationInfoRequired;
    private final List<PskMode> pskModes;

    TlsConfig(Builder<?> builder) {
        if (builder.selection.versions().isEmpty()) {
            throw new IllegalArgumentException(
                    "nothing can be negotiated with this selection: TLS 1.3 needs a suite and a group,"
                            + " TLS 1.2 a suite; add modules or name more in the selection\n" + builder.selection);
        }
        this.selection = builder.selection;
        this.credentials = List.copyOf(builder.credentials);
        this.credentialSource = builder.credentialSource;
        this.verifier = builder.verifier == null ? builder.unchosenVerifier() : builder.verifier;
        this.recordSizeLimit = builder.recordSizeLimit;
        this.recordSizing = builder.recordSizing;
        this.padding = builder.padding;
        // Made only where nobody brought one: it takes longer than the rest of this together.
        this.random = builder.random == null ? new SecureRandom() : builder.random;
        this.observer = builder.observer;
        this.secretsInEvents = builder.secretsInEvents;
        this.tasksDeferred = builder.tasksDeferred;
        this.longestMessage = builder.longestMessage;
        this.extendedMasterSecretRequired = builder.extendedMasterSecretRequired;
        this.renegotiationInfoRequired = builder.renegotiationInfoRequired;
        this.pskModes = List.copyOf(builder.pskModes);
    }

    /**
     * What is enabled, in order.
     *
     * @return versions, suites, groups, schemes
     */
    public Selection selection() {
        return selection;
    }

    /**
     * Own certificates with their keys, best first.
     *
     * @return unmodifiable
     */
    public List<Credential> credentials() {
        return credentials;
    }

    /**
     * Who finds our credentials for each handshake, instead of {@link #credentials()}.
     *
     * @return empty: they are always the same
     */
    public Optional<CredentialSource> credentialSource() {
        return credentialSource;
    }

    /**
     * Decides about the peer's certificate.
     *
     * @return the verifier
     */
    public PeerVerifier verifier() {
        return verifier;
    }

    /**
     * The most plaintext that we take in one record, as sent in record_size_limit (RFC 8449).
     *
     * @return bytes, 64 to 2^14 + 1, counting TLS 1.3's content type
     */
    public int recordSizeLimit() {
        return recordSizeLimit;
    }

    /**
     * How much content we put into records, whatever the peer would take.
     *
     * @return the lengths
     */
    public RecordSizing recordSizing() {
        return recordSizing;
    }

    /**
     * How much padding TLS 1.3 records get.
     *
     * @return the policy
     */
    public PaddingPolicy padding() {
        return padding;
    }

    /**
     * Source of randomness.
     *
     * @return the source
     */
    public SecureRandom random() {
        return random;
    }

    /**
     * Who watches.
     *
     * @return empty: no event is built
     */
    public Optional<TlsObserver> observer() {
        return observer;
    }

    /**
     * Whether events carry secrets: for key logs.
     *
     * @return false unless asked for
     */
    public boolean secretsInEvents() {
        return secretsInEvents;
    }

    /**
     * Whether the caller runs slow steps itself.
     *
     * @return false: they run inline
     */
    public boolean tasksDeferred() {
        return tasksDeferred;
    }

    /**
     * The longest handshake message that is read.
     *
     * @return bytes, with the header
     */
    public int longestMessage() {
        return longestMessage;
    }

    /**
     * Whether a TLS 1.2 peer has to know extended_master_secret (RFC 7627).
     *
     * @return false unless asked for
     */
    public boolean extendedMasterSecretRequired() {
        return extendedMasterSecretRequired;
    }

    /**
     * Whether a TLS 1.2 peer has to know secure renegotiation (RFC 5746 4.1 and 4.3).
     *
     * @return true on clients, false on servers, unless said otherwise
     */
    public boolean renegotiationInfoRequired() {
        return renegotiationInfoRequired;
    }

    /**
     * How TLS 1.3 may use a pre-shared key, best first.
     *
     * @return only with a key share, unless asked for
     */
    public List<PskMode> pskModes() {
        return pskModes;
    }

    /**
     * Collects the choices.
     *
     * @param <B> the builder itself
     */
    public abstract static sealed class Builder<B extends Builder<B>>
            permits ClientConfig.Builder, ServerConfig.Builder {

        private final Selection selection;
        private final List<Credential> credentials = new ArrayList<>();
        private Optional<CredentialSource> credentialSource = Optional.empty();
        private @Nullable PeerVerifier verifier;
        private int recordSizeLimit = (1 << 14) + 1;
        private RecordSizing recordSizing = RecordSizing.full();
        private PaddingPolicy padding = PaddingPolicy.none();
        private @Nullable SecureRandom random;
        private Optional<TlsObserver> observer = Optional.empty();
        private boolean secretsInEvents;
        private boolean tasksDeferred;
        private int longestMessage = 1 << 17;
        private boolean extendedMasterSecretRequired;
        private boolean renegotiationInfoRequired;
        private List<PskMode> pskModes = List.of(PskMode.PSK_DHE_KE);

        Builder(Selection selection, boolean renegotiationInfoRequired) {
            this.selection = selection;
            this.renegotiationInfoRequired = renegotiationInfoRequired;
        }

        abstract B self();

        Selection selection() {
            return selection;
        }

        boolean hasCredentials() {
            return !credentials.isEmpty() || credentialSource.isPresent();
        }

        /**
         * Adds a certificate with its key; several may be given, best first.
         *
         * @param credential the chain and the key
         * @return this
         */
        public B credential(Credential credential) {
            credentials.add(credential);
            return self();
        }

        /**
         * Has our credentials found for each handshake anew; those given by {@link #credential} are then not used.
         *
         * @param source finds them
         * @return this
         */
        public B credentials(CredentialSource source) {
            credentialSource = Optional.of(source);
            return self();
        }

        /** The JDK's trust store is read only where nobody chose a verifier: that takes time, and it may be missing. */
        PeerVerifier unchosenVerifier() {
            return PkixVerifier.systemTrust();
        }

        /**
         * Decides about the peer's certificate.
         *
         * @param chosen the verifier
         * @return this
         */
        public B verifier(PeerVerifier chosen) {
            verifier = chosen;
            return self();
        }

        /**
         * Limits the records that the peer may send (RFC 8449).
         *
         * @param bytes 64 to 2^14 + 1, counting TLS 1.3's content type
         * @return this
         */
        public B recordSizeLimit(int bytes) {
            if (bytes < 64 || bytes > (1 << 14) + 1) {
                throw new IllegalArgumentException("record_size_limit is 64 to 16385, not " + bytes);
            }
            recordSizeLimit = bytes;
            return self();
        }

        /**
         * Limits the records that we send, or begins with small ones.
         *
         * @param sizing how much content they have
         * @return this
         */
        public B recordSizing(RecordSizing sizing) {
            recordSizing = sizing;
            return self();
        }

        /**
         * Pads TLS 1.3 records (RFC 8446 5.4).
         *
         * @param policy how much
         * @return this
         */
        public B padding(PaddingPolicy policy) {
            padding = policy;
            return self();
        }

        /**
         * Replaces the source of randomness.
         *
         * @param source must be fit for keys
         * @return this
         */
        public B random(SecureRandom source) {
            random = source;
            return self();
        }

        /**
         * Lets somebody watch.
         *
         * @param watcher gets every event
         * @return this
         */
        public B observer(TlsObserver watcher) {
            observer = Optional.of(watcher);
            return self();
        }

        /**
         * Puts the secrets themselves into events, for a key log. Whoever sees them can read the connection.
         *
         * @return this
         */
        public B insecureSecretsInEvents() {
            secretsInEvents = true;
            return self();
        }

        /**
         * Hands slow steps to the caller, who runs {@link TlsEngine#task()} elsewhere, instead of running them inline.
         *
         * @return this
         */
        public B deferTasks() {
            tasksDeferred = true;
            return self();
        }

        /**
         * Limits handshake messages.
         *
         * @param bytes with the header, at least 2^10
         * @return this
         */
        public B longestMessage(int bytes) {
            if (bytes < 1 << 10)
                throw new IllegalArgumentException("no handshake fits messages of " + bytes + " bytes");
            longestMessage = bytes;
            return self();
        }

        /**
         * Refuses TLS 1.2 peers without extended_master_secret (RFC 7627 5.2).
         *
         * @return this
         */
        public B requireExtendedMasterSecret() {
            extendedMasterSecretRequired = true;
            return self();
        }

        /**
         * Says whether TLS 1.2 peers without renegotiation_info are refused (RFC 5746 4).
         *
         * @param required true to refuse them
         * @return this
         */
        public B requireRenegotiationInfo(boolean required) {
            renegotiationInfoRequired = required;
            return self();
        }

        /**
         * Says how TLS 1.3 may use a pre-shared key (RFC 8446 4.2.9). {@link PskMode#PSK_KE} has no forward secrecy.
         *
         * @param first on a server the one that is tried first
         * @param more the others
         * @return this
         */
        public B pskModes(PskMode first, PskMode... more) {
            List<PskMode> modes = new ArrayList<>(List.of(first));
            modes.addAll(List.of(more));
            pskModes = modes;
            return self();
        }
    }
}
