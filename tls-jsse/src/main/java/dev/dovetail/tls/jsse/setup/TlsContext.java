package dev.dovetail.tls.jsse.setup;

import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.jsse.DovetailOptions;
import dev.dovetail.tls.jsse.credential.CredentialCache;
import dev.dovetail.tls.jsse.credential.Managers;
import dev.dovetail.tls.jsse.session.SessionContext;
import java.security.SecureRandom;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All that the connections of one {@link javax.net.ssl.SSLContext} share. For many threads. */
public final class TlsContext {

    /** No suite: a signal of RFC 5746 3.3 that some programs carry in their lists, and that we send anyway. */
    private static final String RENEGOTIATION_SCSV = "TLS_EMPTY_RENEGOTIATION_INFO_SCSV";

    private final DovetailOptions options;
    private final SystemSettings settings;
    private final Managers managers;
    private final SecureRandom random;
    private final List<String> limits;
    private final Selections selections;
    private final Watchers watchers;
    private final CredentialCache credentials = new CredentialCache();
    private final Scratch scratch = new Scratch();
    private final SessionContext clientSessions;
    private final SessionContext serverSessions;

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
        this.limits = List.copyOf(limits);
        this.selections = new Selections(options);
        this.watchers = Watchers.of(options, settings);
        this.clientSessions = new SessionContext(random, settings.sessionCacheSize());
        this.serverSessions = new SessionContext(random, settings.sessionCacheSize());
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
     * All suites that could be enabled: those that the catalog can use.
     *
     * @return IANA's names, best first
     */
    public List<String> supportedSuites() {
        Stream<String> enabled = names(options.selection());
        Stream<String> usable =
                options.catalog().usable().stream().map(UsableSuite::suite).map(suite -> suite.name());
        return Stream.concat(enabled, usable).distinct().toList();
    }

    List<String> protocols(boolean client) {
        List<String> asked = client ? settings.clientProtocols() : settings.serverProtocols();
        List<String> there =
                options.selection().versions().stream().map(Protocols::name).toList();
        List<String> limited = limits.isEmpty()
                ? there
                : there.stream().filter(limits::contains).toList();
        if (asked.isEmpty()) return limited;
        return limited.stream().filter(asked::contains).toList();
    }

    List<String> suites(boolean client) {
        List<String> asked = client ? settings.clientSuites() : settings.serverSuites();
        if (asked.isEmpty()) return names(options.selection()).toList();
        List<String> supported = supportedSuites();
        return asked.stream().filter(supported::contains).toList();
    }

    List<String> checkedSuites(String[] names) {
        List<String> supported = supportedSuites();
        Set<String> wanted = new LinkedHashSet<>();
        for (String name : names) {
            if (RENEGOTIATION_SCSV.equals(name)) continue;
            if (name == null || !supported.contains(name)) {
                throw new IllegalArgumentException("the cipher suite " + name + " is not supported"
                        + (name == null ? "" : ": " + options.catalog().explain(name)));
            }
            wanted.add(name);
        }
        return List.copyOf(wanted);
    }

    Selection selection(ConnectionParameters parameters) {
        List<String> schemes = parameters.client() ? settings.clientSchemes() : settings.serverSchemes();
        return selections.of(Wish.of(parameters, settings.namedGroups(), schemes));
    }

    Watchers watchers() {
        return watchers;
    }

    static Role role(boolean client) {
        return client ? Role.CLIENT : Role.SERVER;
    }

    private static Stream<String> names(Selection selection) {
        return selection.suites().stream().map(UsableSuite::suite).map(suite -> suite.name());
    }
}
