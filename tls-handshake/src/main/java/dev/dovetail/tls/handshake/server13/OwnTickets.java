package dev.dovetail.tls.handshake.server13;

import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.handshake.psk.KeySource;
import dev.dovetail.tls.handshake.psk.OfferedKey;
import dev.dovetail.tls.handshake.resumption.FoundSession;
import dev.dovetail.tls.handshake.resumption.PeerJudge;
import dev.dovetail.tls.handshake.resumption.ResumptionRules;
import dev.dovetail.tls.handshake.resumption.SealedSessions;
import dev.dovetail.tls.handshake.server.ClientAsk;
import dev.dovetail.tls.handshake.session.Session;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The tickets that this server gave, or another one that has the same keys (RFC 8446 4.6.1).
 *
 * @param ask what the client asks for now
 * @param sealed our sessions
 * @param refused why tickets of ours are not used, for a person
 */
record OwnTickets(ClientAsk ask, SealedSessions sealed, List<String> refused) implements KeySource {

    static OwnTickets of(ClientAsk ask) {
        return new OwnTickets(ask, new SealedSessions(ask.config()), new CopyOnWriteArrayList<>());
    }

    @Override
    public CompletionStage<Optional<OfferedKey>> find(byte[] identity) {
        CompletionStage<FoundSession> found = takenOnce(identity)
                ? sealed.find(identity, true)
                : CompletableFuture.completedFuture(new FoundSession(sealed.open(identity)));
        return found.thenCompose(brought -> brought.session()
                .flatMap(session -> key(identity, session))
                .map(this::judged)
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty())));
    }

    private CompletionStage<Optional<OfferedKey>> judged(OfferedKey key) {
        Session session = key.session().orElseThrow();
        PeerJudge judge = new PeerJudge(ask.config());
        if (!judge.isAsked(session)) return CompletableFuture.completedFuture(Optional.of(key));
        return judge.accepts(session, ask.facts(Optional.empty(), session.applicationProtocol()))
                .thenApply(accepted -> {
                    if (accepted) return Optional.of(key);
                    refused.add("the client's certificates are not accepted here");
                    key.close();
                    return Optional.empty();
                });
    }

    /** Whether a ticket is a name in the store, which is gone once it is found. */
    boolean takenOnce(byte[] identity) {
        return ask.config().sessions().singleUse() && sealed.isId(identity, ask.version());
    }

    private Optional<OfferedKey> key(byte[] identity, Session session) {
        Optional<String> objection = ResumptionRules.objection(session, ask.config(), ask.version(), ask.serverName());
        Optional<HashAlgorithm> hash = hash(session);
        if (objection.isEmpty() && hash.isPresent()) return Optional.of(OfferedKey.of(identity, session, hash.get()));
        refused.add(objection.orElse("its suite is not enabled here any more"));
        session.close();
        return Optional.empty();
    }

    private Optional<HashAlgorithm> hash(Session session) {
        return ask.config().selection().suites(ask.version()).stream()
                .filter(suite -> suite.code() == session.suite())
                .map(suite -> suite.hash())
                .findFirst();
    }
}
