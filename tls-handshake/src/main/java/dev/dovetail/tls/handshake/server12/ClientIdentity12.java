package dev.dovetail.tls.handshake.server12;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.proof.PeerChecked;
import dev.dovetail.tls.handshake.psk.FoundKeys;
import dev.dovetail.tls.handshake.psk.IdentityText;
import dev.dovetail.tls.handshake.psk.PreSharedKey;
import dev.dovetail.tls.handshake.psk.ServerPreSharedKeys;
import dev.dovetail.tls.handshake.tls12.DeferredFields;
import dev.dovetail.tls.handshake.tls12.Premaster12;
import dev.dovetail.tls.handshake.tls12.PskPremaster12;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The client's half of a PSK suite: the name of its key stands in front of the exchange's own half (RFC 4279 2). */
final class ClientIdentity12 {

    private static final int HIDING_KEY_LENGTH = 32;

    private final AwaitClientKeyExchange12 state;
    private final DeferredFields fields;
    private final WireReader body;
    private final byte[] identity;

    ClientIdentity12(AwaitClientKeyExchange12 state, DeferredFields fields) {
        this.state = state;
        this.fields = fields;
        this.body = fields.body();
        this.identity = body.block("psk_identity", 2, 0, 0xffff);
    }

    State lookUp(Effects effects) {
        return effects.answer(
                "look up a pre-shared key", this::find, found -> take(key(found), effects), state.exchange());
    }

    private CompletionStage<FoundKeys> find() {
        ServerPreSharedKeys source = config().preSharedKeys().orElseThrow();
        return source.find(identity.clone())
                .thenApply(found -> new FoundKeys(found.map(List::of).orElse(List.of())));
    }

    private Secret key(FoundKeys found) {
        Optional<PreSharedKey> key = found.firstPlain();
        if (key.isPresent()) return key.get().key();
        if (!config().unknownIdentitiesHidden()) {
            throw Fault.PRE_SHARED_KEY_UNKNOWN.because("the client's key is named %s", IdentityText.of(identity));
        }
        // RFC 4279 2: as if the name were known and the key another one; the Finished will fail.
        byte[] random = new byte[HIDING_KEY_LENGTH];
        config().random().nextBytes(random);
        return Secret.of(random);
    }

    private State take(Secret key, Effects effects) {
        effects.negotiated("pre-shared key", IdentityText.of(identity), "the client named it");
        return effects.task(
                "take ClientKeyExchange",
                () -> PskPremaster12.joined(
                        state.agreed().keyExchange(), Premaster12.read(state.exchange(), body), key),
                premaster -> {
                    fields.tell();
                    return state.next(premaster, PeerChecked.byPreSharedKey(identity), effects);
                },
                state.exchange(),
                key);
    }

    private ServerConfig config() {
        return (ServerConfig) state.agreed().config();
    }
}
