package dev.dovetail.tls.benchmarks;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/** A stack that is a security provider with an {@code SSLContext}. */
public abstract class JsseStack implements PeerStack {

    private static final String GROUPS = "jdk.tls.namedGroups";

    private final String key;
    private final String label;
    /** Asked for once; what is found twice is the same. */
    private volatile List<String> suites = List.of();

    /**
     * Names it.
     *
     * @param key on the command line
     * @param label in tables
     */
    protected JsseStack(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /**
     * The provider of the context.
     *
     * @return registered or not
     * @throws IllegalStateException if it is not available: the message says why
     */
    protected abstract Provider provider();

    /**
     * The provider of the contexts for one setting.
     *
     * @param setting what they are for
     * @return the same unless it matters
     */
    protected Provider provider(PeerSetting setting) {
        return provider();
    }

    @Override
    public final String key() {
        return key;
    }

    @Override
    public final String label() {
        return label;
    }

    @Override
    public Optional<String> obstacle() {
        try {
            provider();
            return Optional.empty();
        } catch (IllegalStateException | LinkageError e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Asks the provider for the suite, {@link #hasGroup} for the group and {@link #resumes} for the rest. */
    @Override
    public Optional<String> obstacle(PeerSetting setting) {
        if (suites.isEmpty()) suites = suites();
        if (!suites.contains(setting.suite())) return Optional.of("it has no " + setting.suite());
        Optional<String> unknown = setting.group().filter(group -> !hasGroup(group));
        if (unknown.isPresent()) return Optional.of("it has no " + unknown.get() + " on this JDK");
        if (setting.resuming() && !resumes(setting)) {
            return Optional.of("it does not resume " + setting.version() + " by tickets");
        }
        return Optional.empty();
    }

    /**
     * Whether a group can be used.
     *
     * @param group IANA's spelling
     * @return false also where it can't be chosen
     */
    protected abstract boolean hasGroup(String group);

    /**
     * Whether connections can be resumed by tickets.
     *
     * @param setting tells the version
     * @return true unless the stack is known for it
     */
    protected boolean resumes(PeerSetting setting) {
        return true;
    }

    @Override
    public List<BufferKind> buffers() {
        return List.of(BufferKind.HEAP, BufferKind.DIRECT);
    }

    @Override
    public boolean outsideHeap() {
        return false;
    }

    @Override
    public PeerEngines engines(PeerSetting setting, List<ServerIdentity> servers) throws GeneralSecurityException {
        return new JsseEngines(this, setting, servers);
    }

    /**
     * Makes sure that contexts that are not to resume don't, and give no tickets.
     *
     * @param client new
     * @param server new
     */
    protected void forgetSessions(SSLContext client, SSLContext server) {
        client.getClientSessionContext().setSessionCacheSize(1);
        server.getServerSessionContext().setSessionCacheSize(1);
    }

    /**
     * Enables one version, one suite, and the groups as far as the JDK lets us.
     *
     * @param engine new, its mode is set
     * @param setting what to enable
     */
    protected void configure(SSLEngine engine, PeerSetting setting) {
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setProtocols(new String[] {setting.protocol()});
        parameters.setCipherSuites(new String[] {setting.suite()});
        if (setting.group().isPresent()) NamedGroups.set(parameters, setting.groups());
        if (engine.getUseClientMode()) parameters.setEndpointIdentificationAlgorithm("HTTPS");
        engine.setSSLParameters(parameters);
    }

    /**
     * Chooses the groups of all engines where they can't be chosen for one: before Java 20.
     *
     * @param setting tells the groups; without any nothing happens
     * @throws IllegalStateException if others were chosen before: they are read once
     */
    protected static void chooseForWholeJvm(PeerSetting setting) {
        if (NamedGroups.settable() || setting.group().isEmpty()) return;
        String wanted = String.join(",", setting.groups());
        String before = System.getProperty(GROUPS);
        if (before == null) System.setProperty(GROUPS, wanted);
        else if (!before.equals(wanted)) {
            throw new IllegalStateException("this JDK chooses groups once for all, and it is " + before);
        }
    }

    /**
     * Where contexts get their randomness from.
     *
     * @return null leaves it to the stack
     */
    protected @Nullable SecureRandom random() {
        return null;
    }

    /**
     * Whether a server's tickets wait for its next record.
     *
     * @return false unless the stack is known for it
     */
    protected boolean ticketsWait() {
        return false;
    }

    /**
     * Gives back what the collector does not, or not soon.
     *
     * @param engine it is not used any more
     */
    protected void release(SSLEngine engine) {}

    private List<String> suites() {
        try {
            SSLContext context = SSLContext.getInstance("TLS", provider());
            context.init(null, null, random());
            return List.of(context.getSupportedSSLParameters().getCipherSuites());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(label + " makes no context", e);
        }
    }

    /** Its name. */
    @Override
    public String toString() {
        return label;
    }
}
