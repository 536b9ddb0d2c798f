package dev.dovetail.tls.jsse.setup;

import dev.dovetail.tls.handshake.ClientAuthentication;
import java.security.AlgorithmConstraints;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIMatcher;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * What one connection was told to do: the state behind {@link SSLParameters} and the older setters of engines and sockets.
 * Null where the application has not chosen. Guarded by its owner.
 */
public final class ConnectionParameters {

    private final TlsContext context;
    private boolean client;
    private boolean roleSaid;
    private List<String> protocols;
    private List<String> suites;
    private boolean protocolsChosen;
    private boolean suitesChosen;
    private ClientAuthentication clientAuthentication = ClientAuthentication.NONE;
    private boolean sessionCreation = true;
    private @Nullable AlgorithmConstraints constraints;
    private @Nullable String identification;
    private boolean ownSuiteOrder = true;
    private @Nullable List<SNIServerName> serverNames;
    private @Nullable Collection<SNIMatcher> matchers;
    private List<String> applicationProtocols = List.of();
    private boolean retransmissions = true;
    private int longestPacket;
    private @Nullable List<String> namedGroups;
    private @Nullable List<String> signatureSchemes;

    /**
     * The defaults of a context.
     *
     * @param context which
     * @param client for a client or a server
     * @param roleSaid whether that is settled, or has to be said by {@link #client(boolean)}
     */
    public ConnectionParameters(TlsContext context, boolean client, boolean roleSaid) {
        this.context = context;
        this.client = client;
        this.roleSaid = roleSaid;
        this.protocols = context.protocols(client);
        this.suites = context.suites(client);
    }

    private ConnectionParameters(ConnectionParameters other) {
        context = other.context;
        client = other.client;
        roleSaid = other.roleSaid;
        protocols = other.protocols;
        suites = other.suites;
        protocolsChosen = other.protocolsChosen;
        suitesChosen = other.suitesChosen;
        clientAuthentication = other.clientAuthentication;
        sessionCreation = other.sessionCreation;
        constraints = other.constraints;
        identification = other.identification;
        ownSuiteOrder = other.ownSuiteOrder;
        serverNames = other.serverNames;
        matchers = other.matchers;
        applicationProtocols = other.applicationProtocols;
        retransmissions = other.retransmissions;
        longestPacket = other.longestPacket;
        namedGroups = other.namedGroups;
        signatureSchemes = other.signatureSchemes;
    }

    /**
     * The same for another connection, which may then be told otherwise.
     *
     * @return a copy
     */
    public ConnectionParameters copy() {
        return new ConnectionParameters(this);
    }

    /**
     * Whether this is a client's end.
     *
     * @return false for a server's
     */
    public boolean client() {
        return client;
    }

    /**
     * Whether somebody said which end this is.
     *
     * @return false if the role is not settled
     */
    public boolean roleSaid() {
        return roleSaid;
    }

    /**
     * Settles the role; what was not chosen by the application becomes that role's default.
     *
     * @param chosen true for a client
     */
    public void client(boolean chosen) {
        roleSaid = true;
        client = chosen;
        if (!protocolsChosen) protocols = context.protocols(chosen);
        if (!suitesChosen) suites = context.suites(chosen);
    }

    /**
     * The enabled versions.
     *
     * @return the JDK's names, newest first
     */
    public List<String> protocols() {
        return protocols;
    }

    /**
     * Enables versions.
     *
     * @param names the JDK's names
     * @throws IllegalArgumentException if one is not supported
     */
    public void protocols(String @Nullable [] names) {
        if (names == null) throw new IllegalArgumentException("protocols are wanted, not null");
        protocols = Protocols.checked(names, context.supportedProtocols());
        protocolsChosen = true;
    }

    /**
     * The enabled suites.
     *
     * @return IANA's names, best first
     */
    public List<String> suites() {
        return suites;
    }

    /**
     * Enables suites.
     *
     * @param names IANA's names, best first
     * @throws IllegalArgumentException if one is not supported
     */
    public void suites(String @Nullable [] names) {
        if (names == null) throw new IllegalArgumentException("cipher suites are wanted, not null");
        List<String> chosen = context.checkedSuites(names);
        // Most choose what is the default anyway: one list for all of them.
        List<String> usual = context.suites(client);
        suites = chosen.equals(usual) ? usual : chosen;
        suitesChosen = true;
    }

    /**
     * Whether a server asks for a certificate.
     *
     * @return the choice
     */
    public ClientAuthentication clientAuthentication() {
        return clientAuthentication;
    }

    /**
     * Says whether a server asks for a certificate.
     *
     * @param choice the choice
     */
    public void clientAuthentication(ClientAuthentication choice) {
        clientAuthentication = choice;
    }

    /**
     * Whether a new session may be made: if not, one has to be resumed.
     *
     * @return true unless switched off
     */
    public boolean sessionCreation() {
        return sessionCreation;
    }

    /**
     * Says whether a new session may be made.
     *
     * @param allowed the choice
     */
    public void sessionCreation(boolean allowed) {
        sessionCreation = allowed;
    }

    /**
     * What the application forbids.
     *
     * @return empty: nothing beyond the defaults
     */
    public Optional<AlgorithmConstraints> constraints() {
        return Optional.ofNullable(constraints);
    }

    /**
     * How the server's name is checked.
     *
     * @return HTTPS or LDAPS; empty if the application does it itself
     */
    public Optional<String> identification() {
        return Optional.ofNullable(identification).filter(name -> !name.isEmpty());
    }

    /**
     * Whether a server's order of suites counts.
     *
     * @return false for the client's
     */
    public boolean ownSuiteOrder() {
        return ownSuiteOrder;
    }

    /**
     * The names that a client asks for.
     *
     * @return empty if the application has not chosen
     */
    public Optional<List<SNIServerName>> serverNames() {
        return Optional.ofNullable(serverNames);
    }

    /**
     * The names that a server accepts.
     *
     * @return empty if the application has not chosen, or accepts all
     */
    public Collection<SNIMatcher> matchers() {
        return matchers == null ? List.of() : matchers;
    }

    /**
     * The application protocols.
     *
     * @return best first, perhaps none
     */
    public List<String> applicationProtocols() {
        return applicationProtocols;
    }

    /**
     * The longest record to be sent.
     *
     * @return bytes with the header; 0 if the application has not chosen
     */
    public int longestPacket() {
        return longestPacket;
    }

    /**
     * The groups that the application chose.
     *
     * @return empty: the context's
     */
    public Optional<List<String>> namedGroups() {
        return Optional.ofNullable(namedGroups);
    }

    /**
     * The signature schemes that the application chose.
     *
     * @return empty: the context's
     */
    public Optional<List<String>> signatureSchemes() {
        return Optional.ofNullable(signatureSchemes);
    }

    /**
     * All of it, in the JDK's form.
     *
     * @return the caller's own
     */
    public SSLParameters toParameters() {
        SSLParameters copy = new SSLParameters(suites.toArray(String[]::new), protocols.toArray(String[]::new));
        if (clientAuthentication == ClientAuthentication.REQUIRED) copy.setNeedClientAuth(true);
        if (clientAuthentication == ClientAuthentication.REQUESTED) copy.setWantClientAuth(true);
        copy.setAlgorithmConstraints(constraints);
        copy.setEndpointIdentificationAlgorithm(identification);
        copy.setUseCipherSuitesOrder(ownSuiteOrder);
        if (serverNames != null) copy.setServerNames(serverNames);
        if (matchers != null) copy.setSNIMatchers(matchers);
        copy.setApplicationProtocols(applicationProtocols.toArray(String[]::new));
        copy.setEnableRetransmissions(retransmissions);
        copy.setMaximumPacketSize(longestPacket);
        NewerParameters.namedGroups(copy, array(namedGroups));
        NewerParameters.signatureSchemes(copy, array(signatureSchemes));
        return copy;
    }

    /**
     * Takes over what the application chose. As with the JDK, what is null there stays as it was.
     *
     * @param chosen not kept
     * @throws IllegalArgumentException if a suite or version is not supported; nothing has changed then
     */
    public void set(SSLParameters chosen) {
        String[] wantedSuites = chosen.getCipherSuites();
        String[] wantedProtocols = chosen.getProtocols();
        List<String> newProtocols =
                wantedProtocols == null ? protocols : Protocols.checked(wantedProtocols, context.supportedProtocols());
        if (wantedSuites != null) suites(wantedSuites);
        protocols = newProtocols;
        protocolsChosen |= wantedProtocols != null;
        clientAuthentication = chosen.getNeedClientAuth()
                ? ClientAuthentication.REQUIRED
                : chosen.getWantClientAuth() ? ClientAuthentication.REQUESTED : ClientAuthentication.NONE;
        if (chosen.getAlgorithmConstraints() != null) constraints = chosen.getAlgorithmConstraints();
        if (chosen.getEndpointIdentificationAlgorithm() != null) {
            identification = chosen.getEndpointIdentificationAlgorithm();
        }
        ownSuiteOrder = chosen.getUseCipherSuitesOrder();
        if (chosen.getServerNames() != null) serverNames = List.copyOf(chosen.getServerNames());
        if (chosen.getSNIMatchers() != null) matchers = new ArrayList<>(chosen.getSNIMatchers());
        applicationProtocols = List.of(chosen.getApplicationProtocols());
        retransmissions = chosen.getEnableRetransmissions();
        longestPacket = chosen.getMaximumPacketSize();
        namedGroups = list(NewerParameters.namedGroups(chosen));
        signatureSchemes = list(NewerParameters.signatureSchemes(chosen));
    }

    private static @Nullable List<String> list(String @Nullable [] names) {
        return names == null ? null : List.copyOf(Arrays.asList(names));
    }

    private static String @Nullable [] array(@Nullable List<String> names) {
        return names == null ? null : names.toArray(String[]::new);
    }
}
