package dev.dovetail.tls.jsse.credential;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.handshake.credential.CredentialRequest;
import dev.dovetail.tls.handshake.credential.CredentialSource;
import dev.dovetail.tls.jsse.session.HandshakeProgress;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.net.ssl.X509KeyManager;
import org.jspecify.annotations.Nullable;

/**
 * A key manager as the source of one connection's credentials.
 *
 * @param manager chooses
 * @param cache of what it gave before
 * @param selection what is enabled
 * @param asker on whose behalf
 * @param progress shows managers the handshake that asks
 * @param server which role is played
 */
public record KeyManagerCredentials(
        X509KeyManager manager,
        CredentialCache cache,
        Selection selection,
        Asker asker,
        HandshakeProgress progress,
        boolean server)
        implements CredentialSource {

    @Override
    public CompletionStage<List<Credential>> find(CredentialRequest request) {
        try {
            progress.reached(request.handshake(), List.of());
            if (manager instanceof OwnKeyManager own) {
                return CompletableFuture.completedFuture(own.find(request, server));
            }
            return CompletableFuture.completedFuture(server ? ofServer(request) : ofClient(request));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /**
     * Of each kind of key the one that the manager chooses: what fits the handshake best is the core's choice. In TLS 1.3
     * the first that can sign is taken, and no more are asked for: each question may reach a device. In TLS 1.2 the suite
     * depends on the kinds that there are.
     */
    private List<Credential> ofServer(CredentialRequest request) {
        List<Credential> found = new ArrayList<>();
        for (String keyType : KeyTypes.of(request, selection, true)) {
            add(found, asker.serverAlias(manager, keyType, issuers(request)));
            if (suffices(found, request)) return found;
        }
        return found;
    }

    private static boolean suffices(List<Credential> found, CredentialRequest request) {
        ProtocolVersion version = request.handshake().version();
        return version.equals(ProtocolVersion.TLS_1_3)
                && found.stream()
                        .anyMatch(credential -> request.schemes().stream()
                                .anyMatch(scheme -> scheme.fits(credential.publicKey(), version)));
    }

    private List<Credential> ofClient(CredentialRequest request) {
        List<Credential> found = new ArrayList<>();
        String[] keyTypes = KeyTypes.of(request, selection, false).toArray(String[]::new);
        if (keyTypes.length > 0) add(found, asker.clientAlias(manager, keyTypes, issuers(request)));
        return found;
    }

    private void add(List<Credential> found, @Nullable String alias) {
        if (alias == null) return;
        X509Certificate[] chain = manager.getCertificateChain(alias);
        PrivateKey key = manager.getPrivateKey(alias);
        if (chain == null || chain.length == 0 || key == null) return;
        try {
            Credential credential = cache.of(chain, key);
            if (!found.contains(credential)) found.add(credential);
        } catch (IllegalArgumentException mismatched) {
            throw Fault.CONFIGURATION
                    .because("what the key manager has under %s can't be used: %s", alias, mismatched.getMessage())
                    .causedBy(mismatched);
        }
    }

    private static Principal @Nullable [] issuers(CredentialRequest request) {
        return request.authorities().isEmpty() ? null : request.authorities().toArray(Principal[]::new);
    }
}
