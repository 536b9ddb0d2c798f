package dev.dovetail.tls.handshake.tls12;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.key.Exporter;
import dev.dovetail.tls.handshake.key.KeyBlock12;
import dev.dovetail.tls.handshake.key.MasterSecret12;
import dev.dovetail.tls.handshake.message.Finished;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.HandshakeType;
import dev.dovetail.tls.handshake.negotiation.ContentLimits;
import dev.dovetail.tls.handshake.proof.FinishedChecked;
import dev.dovetail.tls.record.Protections;
import dev.dovetail.tls.record.TrafficKeys;

/**
 * The secrets of a handshake of TLS 1.2, from ClientKeyExchange to the last Finished.
 *
 * @param agreed what the hellos settled
 * @param master the master secret
 * @param keys the keys of both directions; each is closed when it comes into use
 */
public record Secrets12(Agreed12 agreed, MasterSecret12 master, KeyBlock12 keys) implements AutoCloseable {

    private static final int VERIFY_DATA_LENGTH = 12;

    /**
     * Derives them. The transcript must end with ClientKeyExchange (RFC 7627 3).
     *
     * @param agreed what the hellos settled
     * @param premaster the key exchange's result, closed here
     * @param effects tells the observer
     * @return to be closed
     */
    public static Secrets12 derive(Agreed12 agreed, Secret premaster, Effects effects) {
        HashAlgorithm hash = agreed.suite().hash();
        byte[] clientRandom = agreed.clientRandom();
        byte[] serverRandom = agreed.serverRandom();
        try (premaster) {
            if (premaster.length() == 0) {
                throw Fault.CONFIGURATION.because(
                        "%s has neither a secret of its key exchange nor a pre-shared key", agreed.suite());
            }
            MasterSecret12 master = agreed.features().extendedMasterSecret()
                    ? MasterSecret12.extended(
                            hash, premaster, agreed.transcript().hash(), clientRandom, serverRandom)
                    : MasterSecret12.of(hash, premaster, clientRandom, serverRandom);
            effects.secret("CLIENT_RANDOM", clientRandom, master.secret());
            return new Secrets12(agreed, master, master.keys(agreed.suite()));
        }
    }

    /**
     * Those of a connection that resumes a session.
     *
     * @param agreed what the hellos settled
     * @param master the session's secret, taken over
     * @param effects tells the observer
     * @return to be closed
     */
    public static Secrets12 resume(Agreed12 agreed, Secret master, Effects effects) {
        MasterSecret12 secret =
                MasterSecret12.resumed(agreed.suite().hash(), master, agreed.clientRandom(), agreed.serverRandom());
        effects.secret("CLIENT_RANDOM", agreed.clientRandom(), secret.secret());
        return new Secrets12(agreed, secret, secret.keys(agreed.suite()));
    }

    /**
     * Takes the peer's keys into use: its ChangeCipherSpec came.
     *
     * @param effects installs them
     */
    public void changeRead(Effects effects) {
        try (TrafficKeys peer = keys(agreed.role() == Role.SERVER)) {
            effects.installRead(
                    Protections.tls12Read(
                            agreed.suite(), peer, agreed.features().encryptThenMac()),
                    "application");
        }
        limitContent(effects);
    }

    /**
     * Sends ChangeCipherSpec and Finished, the first message under our keys.
     *
     * @param effects sends them
     */
    public void finish(Effects effects) {
        effects.sendChangeCipherSpec();
        try (TrafficKeys own = keys(agreed.role() == Role.CLIENT)) {
            effects.installWrite(
                    Protections.tls12Write(
                            agreed.suite(),
                            own,
                            agreed.features().encryptThenMac(),
                            agreed.config().random()),
                    "application");
        }
        limitContent(effects);
        byte[] verifyData = verifyData(agreed.role() == Role.CLIENT);
        agreed.send(HandshakeType.FINISHED, out -> out.bytes("verify_data", verifyData), effects);
    }

    /**
     * Checks the peer's Finished, and adds it to the transcript.
     *
     * @param message its Finished
     * @return the proof
     * @throws dev.dovetail.tls.api.TlsFault {@link dev.dovetail.tls.api.Fault#FINISHED_WRONG}
     */
    public FinishedChecked check(HandshakeMessage message) {
        Finished received = Finished.read(message, VERIFY_DATA_LENGTH);
        FinishedChecked proof = FinishedChecked.of(verifyData(agreed.role() == Role.SERVER), received.verifyData());
        agreed.saw(message);
        return proof;
    }

    /**
     * The exporter of the connection.
     *
     * @return with its own copy of the master secret, or one that refuses (RFC 7627 5.4)
     */
    public Exporter exporter() {
        return agreed.features().extendedMasterSecret()
                ? Exporter.tls12(master)
                : Exporter.withoutExtendedMasterSecret();
    }

    /** Forgets all of them. */
    @Override
    public void close() {
        master.close();
        keys.close();
    }

    private TrafficKeys keys(boolean client) {
        return client ? keys.client() : keys.server();
    }

    private byte[] verifyData(boolean client) {
        byte[] hash = agreed.transcript().hash();
        return client ? master.clientFinished(hash) : master.serverFinished(hash);
    }

    /** RFC 8449 4: the limits hold for protected records, so they begin with the first key. */
    private void limitContent(Effects effects) {
        ContentLimits limits = agreed.features().limits();
        effects.contentLimits(limits.read(), limits.write());
    }
}
