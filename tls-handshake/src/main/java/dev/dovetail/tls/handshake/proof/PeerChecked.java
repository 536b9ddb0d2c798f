package dev.dovetail.tls.handshake.proof;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.handshake.session.SessionPeer;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * The proof of how the peer showed who it is: by a signature, by decrypting, by a key that it has already, or not at all
 * because nobody asked.
 */
public final class PeerChecked {

    private static final byte[] NOBODY = {};

    private final Optional<SignatureScheme> scheme;
    private final Optional<byte[]> preSharedKey;
    private final List<X509Certificate> chain;

    private PeerChecked(Optional<SignatureScheme> scheme, Optional<byte[]> preSharedKey, List<X509Certificate> chain) {
        this.scheme = scheme;
        this.preSharedKey = preSharedKey;
        this.chain = List.copyOf(chain);
    }

    /**
     * The peer signed the handshake.
     *
     * @param verified whether its signature verified
     * @param scheme what it signed with
     * @param chain its certificates, accepted by the verifier
     * @return the proof
     * @throws dev.dovetail.tls.api.TlsFault {@link Fault#SIGNATURE_WRONG} if it did not verify
     */
    public static PeerChecked bySignature(boolean verified, SignatureScheme scheme, List<X509Certificate> chain) {
        if (!verified) {
            throw Fault.SIGNATURE_WRONG.because(
                    "the %s signature does not verify with the key of %s",
                    scheme.name(), chain.get(0).getSubjectX500Principal());
        }
        return new PeerChecked(Optional.of(scheme), Optional.empty(), chain);
    }

    /**
     * RSA key transport: the peer will prove by its Finished that it could decrypt (RFC 5246 F.1.1.2).
     *
     * @param chain its certificates, accepted by the verifier
     * @return the proof
     */
    public static PeerChecked byDecryption(List<X509Certificate> chain) {
        return new PeerChecked(Optional.empty(), Optional.empty(), chain);
    }

    /**
     * The peer will prove by its Finished that it has the key (RFC 4279 7, RFC 8446 E.1).
     *
     * @param identity the key's name
     * @return the proof
     */
    public static PeerChecked byPreSharedKey(byte[] identity) {
        return new PeerChecked(Optional.empty(), Optional.of(identity), List.of());
    }

    /**
     * This proof, and a pre-shared key beside it (RFC 4279 4).
     *
     * @param identity the key's name
     * @return the proof of both
     */
    public PeerChecked andPreSharedKey(byte[] identity) {
        return new PeerChecked(scheme, Optional.of(identity), chain);
    }

    /**
     * The peer has the secret of a session in which it showed who it is; that is checked by the Finished of this one.
     *
     * @param peer what was kept of that
     * @param schemes those that are known here
     * @return the proof
     */
    public static PeerChecked bySession(SessionPeer peer, List<SignatureScheme> schemes) {
        Optional<SignatureScheme> scheme = schemes.stream()
                .filter(known -> peer.scheme().equals(OptionalInt.of(known.code())))
                .findFirst();
        return new PeerChecked(scheme, peer.preSharedKey(), peer.chain());
    }

    /**
     * What a session keeps of it.
     *
     * @param judge tells the identity of the verifier that was asked; called only if there was something to ask
     * @return the same facts
     */
    public SessionPeer kept(Supplier<Optional<byte[]>> judge) {
        byte[] identity = chain.isEmpty() ? NOBODY : judge.get().orElse(NOBODY);
        OptionalInt code = scheme.map(used -> OptionalInt.of(used.code())).orElse(OptionalInt.empty());
        return new SessionPeer(code, preSharedKey, chain, identity);
    }

    /**
     * Nobody asked, or the suite has no certificates, or a client had none and need not.
     *
     * @return the proof that there is none
     */
    public static PeerChecked anonymous() {
        return new PeerChecked(Optional.empty(), Optional.empty(), List.of());
    }

    /**
     * What the peer signed with.
     *
     * @return empty if it did not sign
     */
    public Optional<SignatureScheme> scheme() {
        return scheme;
    }

    /**
     * The name of the key that both sides had already.
     *
     * @return empty if none was used
     */
    public Optional<byte[]> preSharedKey() {
        return preSharedKey;
    }

    /**
     * The peer's certificates.
     *
     * @return leaf first, empty if there are none
     */
    public List<X509Certificate> chain() {
        return chain;
    }
}
