package dev.dovetail.tls.jsse.setup;

import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.jsse.DovetailOptions;
import dev.dovetail.tls.jsse.algorithm.DisabledAlgorithms;
import dev.dovetail.tls.jsse.credential.CredentialCache;
import dev.dovetail.tls.jsse.credential.Managers;
import dev.dovetail.tls.jsse.session.ClientSessionContext;
import dev.dovetail.tls.jsse.session.ServerSessionContext;
import dev.dovetail.tls.jsse.session.SessionContext;
import java.security.SecureRandom;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that the connections of one {@link javax.net.ssl.SSLContext} share. For many threads. */
public final class TlsContext {

    /** No suite: a signal of RFC 5746 3.3 that some programs carry in their lists, and that we send anyway. */
    private static final String RENEGOTIATION_SCSV = "TLS_EMPTY_RENEGOTIATION_INFO_SCSV";

    private final DovetailOptions options;
    private final SystemSettings settings;
    private final Managers managers;
    private final SecureRandom random;
    private final byte[] identity = new byte[16];
    private final SupportedSuites supportedSuites;
    private final RoleDefaults clientDefaults;
    private final RoleDefaults serverDefaults;
    private final Selections selections;
    private final Watchers watchers;
    private final CredentialCache credentials = new CredentialCache();
    private final DisabledAlgorithms disabled = DisabledAlgorithms.read();
    private final Scratch scratch = new Scratch();
    private final ClientSessionContext clientSessions;
    private final ServerSessionContext serverSessions;
    private volatile @Nullable ClientParty lastParty;

    /**
     * A context as it was initialised.
     *
     * @param options what there is and what is on
     * @param settings system properties
     * @param managers keys and trust
     * @param random for all secrets
     * @param limits protocols that are enabled at most, by default; empty for all
     */
    public TlsContext(
            DovetailOptions options,
            SystemSettings settings,
            Managers managers,
            SecureRandom random,
            List<String> limits) {
        this.options = options;
        this.settings = settings;
        this.managers = managers;
        this.random = random;
        this.random.nextBytes(identity);
        this.supportedSuites = new SupportedSuites(options);
        this.clientDefaults = defaults(settings.clientProtocols(), settings.clientSuites(), limits);
        this.serverDefaults = defaults(settings.serverProtocols(), settings.serverSuites(), limits);
        this.selections = new Selections(options);
        this.watchers = Watchers.of(options, settings);
        this.clientSessions = SessionContexts.ofClients(options, settings, random);
        this.serverSessions = SessionContexts.ofServers(options, settings, random);
    }

    /**
     * What there is and what is on.
     *
     * @return the provider's options
     */
    public DovetailOptions options() {
        return options;
    }

    /**
     * System properties, as they were at the beginning.
     *
     * @return the settings
     */
    public SystemSettings settings() {
        return settings;
    }

    /**
     * Keys and trust.
     *
     * @return the managers
     */
    public Managers managers() {
        return managers;
    }

    /**
     * Tells this context from others.
     *
     * @return random bytes, not to be changed
     */
    public byte[] identity() {
        return identity;
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
     * Credentials that were made of what key managers gave.
     *
     * @return the cache
     */
    public CredentialCache credentials() {
        return credentials;
    }

    /**
     * Arrays that are lent for a moment.
     *
     * @return the arrays
     */
    public Scratch scratch() {
        return scratch;
    }

    /** The same for connections that ask for the same: each may keep it as long as it stands. */
    ClientParty party(ConnectionParameters parameters, List<String> hosts) {
        ClientParty last = lastParty;
        ClientParty made = ClientParty.of(this, parameters, hosts);
        if (last != null && made.equals(last)) return last;
        lastParty = made;
        return made;
    }

    /**
     * The sessions of one role.
     *
     * @param client true for clients'
     * @return the JDK's view of them
     */
    public SessionContext sessions(boolean client) {
        return client ? clientSessions : serverSessions;
    }

    /**
     * All versions that could be enabled.
     *
     * @return the JDK's names, newest first
     */
    public List<String> supportedProtocols() {
        return List.of(Protocols.TLS_1_3, Protocols.TLS_1_2);
    }

    /**
     * All suites that could be enabled: those that the catalog can use. The first who asks waits for every part to say whether
     * it works, which may load libraries.
     *
     * @return IANA's names, best first
     */
    public List<String> supportedSuites() {
        return supportedSuites.all();
    }

    ClientSessionContext clientSessions() {
        return clientSessions;
    }

    ServerSessionContext serverSessions() {
        return serverSessions;
    }

    List<String> protocols(boolean client) {
        return defaults(client).protocols();
    }

    List<String> suites(boolean client) {
        return defaults(client).suites();
    }

    List<String> checkedSuites(String[] names) {
        Set<String> wanted = new LinkedHashSet<>();
        for (String name : names) {
            if (RENEGOTIATION_SCSV.equals(name)) continue;
            if (name == null || !supportedSuites.contains(name)) {
                throw new IllegalArgumentException("the cipher suite " + name + " is not supported"
                        + (name == null ? "" : ": " + options.catalog().explain(name)));
            }
            wanted.add(name);
        }
        return List.copyOf(wanted);
    }

    Selection selection(ConnectionParameters parameters) {
        return selections.of(wish(parameters));
    }

    Wish wish(ConnectionParameters parameters) {
        List<String> schemes = parameters.client() ? settings.clientSchemes() : settings.serverSchemes();
        return Wish.of(parameters, settings.namedGroups(), schemes);
    }

    /** What certificates may not use, as the security property said at the beginning. */
    DisabledAlgorithms disabled() {
        return disabled;
    }

    Watchers watchers() {
        return watchers;
    }

    static Role role(boolean client) {
        return client ? Role.CLIENT : Role.SERVER;
    }

    /**
     * What one role does unless a connection is told otherwise.
     *
     * @param protocols the JDK's names, newest first
     * @param suites IANA's names, best first
     */
    private record RoleDefaults(List<String> protocols, List<String> suites) {}

    private RoleDefaults defaults(boolean client) {
        return client ? clientDefaults : serverDefaults;
    }

    private RoleDefaults defaults(List<String> askedProtocols, List<String> askedSuites, List<String> limits) {
        List<String> protocols = options.selection().versions().stream()
                .map(Protocols::name)
                .filter(name -> limits.isEmpty() || limits.contains(name))
                .filter(name -> askedProtocols.isEmpty() || askedProtocols.contains(name))
                .toList();
        List<String> suites = askedSuites.isEmpty()
                ? SupportedSuites.names(options.selection())
                : askedSuites.stream().filter(supportedSuites::contains).toList();
        return new RoleDefaults(protocols, suites);
    }
}
