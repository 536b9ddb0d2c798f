package dev.dovetail.tls.handshake.tls13;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.extension.Codecs;
import dev.dovetail.tls.handshake.key.Hkdf;
import dev.dovetail.tls.handshake.key.TrafficSecret;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.HandshakeType;
import dev.dovetail.tls.handshake.message.KeyUpdate;
import dev.dovetail.tls.handshake.message.NewSessionTicket13;
import dev.dovetail.tls.handshake.proof.FinishedChecked;
import dev.dovetail.tls.handshake.proof.PeerChecked;
import dev.dovetail.tls.handshake.resumption.TicketIntake;
import dev.dovetail.tls.record.PaddingPolicy;
import dev.dovetail.tls.record.Protections;
import dev.dovetail.tls.record.TrafficKeys;
import java.util.Locale;
import java.util.Optional;

/**
 * A TLS 1.3 connection that stands. It can't be built without the proofs that the peer's Finished was right and how the
 * peer showed who it is.
 *
 * @param role our role
 * @param suite the suite
 * @param codecs the extensions that are known
 * @param padding of our records
 * @param clientRandom names the connection to an observer; empty if there is none
 * @param own our traffic secret and its generation
 * @param peer the peer's
 * @param tickets where a server's tickets go; empty on a server, and where nothing is resumed
 * @param finished the proof of the peer's Finished
 * @param authenticated the proof of the peer
 */
public record Connected13(
        Role role,
        UsableSuite suite,
        Codecs codecs,
        PaddingPolicy padding,
        byte[] clientRandom,
        Traffic own,
        Traffic peer,
        Optional<TicketIntake> tickets,
        FinishedChecked finished,
        PeerChecked authenticated)
        implements State13 {

    private static final byte[] UNNAMED = {};

    /**
     * The name of a connection that nobody observes, which may stand for hours: one for all.
     *
     * @return no bytes
     */
    public static byte[] unnamed() {
        return UNNAMED;
    }

    /**
     * An application traffic secret.
     *
     * @param secret the secret
     * @param generation how many KeyUpdates it has seen
     */
    public record Traffic(Secret secret, int generation) {}

    @Override
    public State on(HandshakeMessage message, Effects effects) {
        if (message.type() == HandshakeType.KEY_UPDATE) return onKeyUpdate(KeyUpdate.read(message), effects);
        if (message.type() == HandshakeType.NEW_SESSION_TICKET && role == Role.CLIENT) {
            effects.postHandshakeMessageSeen();
            NewSessionTicket13 ticket = NewSessionTicket13.read(message, codecs);
            tickets.ifPresent(intake -> intake.take(ticket));
            return this;
        }
        throw unexpected(message, role == Role.CLIENT ? "KeyUpdate or NewSessionTicket" : "KeyUpdate");
    }

    @Override
    public State onChangeCipherSpec(Effects effects) {
        throw Fault.CHANGE_CIPHER_SPEC_UNEXPECTED.because("it came behind Finished");
    }

    @Override
    public boolean connected() {
        return true;
    }

    @Override
    public boolean updatesKeys() {
        return true;
    }

    @Override
    public State updateKeys(boolean request, Effects effects) {
        effects.send(HandshakeType.KEY_UPDATE, new KeyUpdate(request)::write);
        Traffic next = next(own, role, effects);
        State updated = withKeys(next, peer);
        try (TrafficKeys keys = TrafficSecret.keys(hkdf(), next.secret(), suite)) {
            effects.installWrite(Protections.tls13Write(suite, keys, padding), "application " + next.generation());
            return updated;
        } catch (RuntimeException e) {
            updated.close();
            throw e;
        }
    }

    @Override
    public void close() {
        own.secret().close();
        peer.secret().close();
        tickets.ifPresent(TicketIntake::close);
    }

    private State onKeyUpdate(KeyUpdate update, Effects effects) {
        effects.postHandshakeMessageSeen();
        Traffic next = next(peer, role.peer(), effects);
        State updated = withKeys(own, next);
        try (TrafficKeys keys = TrafficSecret.keys(hkdf(), next.secret(), suite)) {
            effects.installRead(Protections.tls13Read(suite, keys), "application " + next.generation());
        } catch (RuntimeException e) {
            updated.close();
            throw e;
        }
        return update.requested() && effects.writeOpen() && !effects.keyUpdateAnswerWaits()
                ? updated.updateKeys(false, effects)
                : updated;
    }

    private Connected13 withKeys(Traffic ours, Traffic theirs) {
        return new Connected13(
                role, suite, codecs, padding, clientRandom, ours, theirs, tickets, finished, authenticated);
    }

    private Traffic next(Traffic old, Role side, Effects effects) {
        try (Secret worn = old.secret()) {
            Traffic next = new Traffic(TrafficSecret.next(hkdf(), worn), old.generation() + 1);
            String name = side.name().toUpperCase(Locale.ROOT) + "_TRAFFIC_SECRET_" + next.generation();
            effects.secret(name, clientRandom, next.secret());
            return next;
        }
    }

    private Hkdf hkdf() {
        return new Hkdf(suite.hash());
    }
}
