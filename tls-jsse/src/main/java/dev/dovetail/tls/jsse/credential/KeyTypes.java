package dev.dovetail.tls.jsse.credential;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.handshake.credential.CredentialRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** For which kinds of keys a key manager is asked. */
final class KeyTypes {

    private KeyTypes() {}

    /** Those that can sign for the peer, best first, and on a server those that can decrypt in a suite of TLS 1.2. */
    static List<String> of(CredentialRequest request, Selection selection, boolean server) {
        Stream<String> signing = names(request.schemes().stream());
        return server && request.handshake().version().equals(ProtocolVersion.TLS_1_2)
                ? Stream.concat(signing, decrypting(selection)).distinct().toList()
                : signing.toList();
    }

    /** Suites that decrypt name their kind of key by the schemes that go with it. */
    private static Stream<String> decrypting(Selection selection) {
        Set<String> authentications = selection.suites(ProtocolVersion.TLS_1_2).stream()
                .filter(suite ->
                        suite.keyExchange().filter(KeyExchange::decrypts).isPresent())
                .map(suite -> suite.suite().authentication().name())
                .collect(Collectors.toSet());
        return names(selection.signing().stream().filter(scheme -> authentications.contains(scheme.authentication())));
    }

    private static Stream<String> names(Stream<SignatureScheme> schemes) {
        return schemes.flatMap(scheme -> scheme.keyAlgorithms().stream()).distinct();
    }
}
