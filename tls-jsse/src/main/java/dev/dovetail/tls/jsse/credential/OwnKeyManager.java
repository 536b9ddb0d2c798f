package dev.dovetail.tls.jsse.credential;

import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.handshake.credential.CredentialRequest;
import dev.dovetail.tls.jsse.ReloadingKeyManager;
import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * A key manager over credentials. Within Dovetail it is asked for the credentials themselves, of which the handshake
 * takes what fits; other stacks may use it as any key manager. For many threads.
 */
public abstract sealed class OwnKeyManager extends X509ExtendedKeyManager
        permits CredentialKeyManager, ReloadingKeyManager {

    private final KeySource source;

    /**
     * Over a source.
     *
     * @param source asked anew in each handshake
     */
    protected OwnKeyManager(KeySource source) {
        this.source = source;
    }

    /** The keys that are used now: another object when they have changed. */
    final Object now() {
        return source.version();
    }

    /** All credentials, best first for this handshake. */
    final List<Credential> find(CredentialRequest request, boolean server) {
        // What the peer can verify is the core's affair: it knows schemes, not only the JCA's names.
        KeyWanted wanted = new KeyWanted(server, request.handshake().serverName(), Set.of());
        return choice(server ? wanted : KeyWanted.nothing(false)).all();
    }

    @Override
    public final String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return array(choice(KeyWanted.nothing(false)).aliases(List.of(keyType), issuers));
    }

    @Override
    public final String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return array(choice(KeyWanted.nothing(true)).aliases(List.of(keyType), issuers));
    }

    @Override
    public final @Nullable String chooseClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return first(choice(of(false, socket)).aliases(List.of(keyTypes), issuers));
    }

    @Override
    public final @Nullable String chooseServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return first(choice(of(true, socket)).aliases(List.of(keyType), issuers));
    }

    @Override
    public final @Nullable String chooseEngineClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return first(choice(of(false, engine)).aliases(List.of(keyTypes), issuers));
    }

    @Override
    public final @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return first(choice(of(true, engine)).aliases(List.of(keyType), issuers));
    }

    @Override
    public final X509Certificate @Nullable [] getCertificateChain(@Nullable String alias) {
        Credential credential = alias == null ? null : source.credential(alias);
        return credential == null ? null : credential.chain().toArray(X509Certificate[]::new);
    }

    @Override
    public final @Nullable PrivateKey getPrivateKey(@Nullable String alias) {
        Credential credential = alias == null ? null : source.credential(alias);
        return credential == null ? null : credential.key();
    }

    private KeyChoice choice(KeyWanted wanted) {
        return new KeyChoice(source.current(), wanted, new Date());
    }

    private static KeyWanted of(boolean server, @Nullable Socket socket) {
        return socket instanceof SSLSocket tls
                ? KeyWanted.of(server, tls::getHandshakeSession)
                : KeyWanted.nothing(server);
    }

    private static KeyWanted of(boolean server, @Nullable SSLEngine engine) {
        return engine == null ? KeyWanted.nothing(server) : KeyWanted.of(server, engine::getHandshakeSession);
    }

    private static @Nullable String first(List<String> aliases) {
        return aliases.isEmpty() ? null : aliases.get(0);
    }

    private static String @Nullable [] array(List<String> aliases) {
        return aliases.isEmpty() ? null : aliases.toArray(String[]::new);
    }
}
