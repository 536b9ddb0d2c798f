package dev.dovetail.tls.provider.accp;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.Availability;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.api.spi.NamedGroup;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.KeyAgreement;

/**
 * Diffie-Hellman on a curve of FIPS 186-4, computed by AWS-LC: both sides make a fresh pair, and the responder uses the
 * initiator's share at once.
 *
 * <p>Private keys are drawn by AWS-LC's own generator, seeded by the operating system: ACCP does not ask the source of
 * randomness that it is given, so neither does this. Scalars are multiplied in constant time; the JDK's and
 * BouncyCastle's arithmetic is written to take the same steps for every scalar too, but the compiler has the last word.
 */
abstract class AccpGroup implements NamedGroup {

    private static final Set<ProtocolVersion> VERSIONS = Set.of(ProtocolVersion.TLS_1_2, ProtocolVersion.TLS_1_3);
    private static final String AGREEMENT = "ECDH";

    private final GroupFacts facts;
    private final byte[] prefix;

    AccpGroup(GroupFacts facts) {
        this.facts = facts;
        this.prefix = HexFormat.of().parseHex(facts.publicKeyPrefix());
    }

    @Override
    public final int code() {
        return facts.code();
    }

    @Override
    public final String name() {
        return facts.curve().name();
    }

    @Override
    public final String implementation() {
        return Accp.NAME;
    }

    @Override
    public final Availability availability() {
        return Accp.availability("KeyAgreement", AGREEMENT);
    }

    /**
     * Measured: a pair and an agreement on P-256 take 48 µs, with BouncyCastle's lightweight API 230 and with the JDK
     * 670 (JDK 25) to 1,220 (JDK 17).
     */
    @Override
    public final int priority() {
        return 20;
    }

    @Override
    public final Kind kind() {
        return Kind.ELLIPTIC_CURVE;
    }

    @Override
    public final Set<ProtocolVersion> versions() {
        return VERSIONS;
    }

    @Override
    public final Set<Trait> traits() {
        return facts.traits();
    }

    @Override
    public final int preference() {
        return facts.preference();
    }

    @Override
    public final boolean holds(PublicKey key) {
        return key instanceof ECPublicKey ec
                && ec.getParams() != null
                && facts.curve().has(ec.getParams());
    }

    /** Choice: TLS 1.2's own clients, of RFC 4492 too, have secp256r1 if they have any curve. */
    @Override
    public final boolean assumed() {
        return facts == GroupFacts.SECP256R1;
    }

    @Override
    public final int initiatorShareLength() {
        return facts.shareLength();
    }

    @Override
    public final int responderShareLength() {
        return facts.shareLength();
    }

    @Override
    public final Initiator generate(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", Accp.provider());
            generator.initialize(new ECGenParameterSpec(name()));
            return pair(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(name() + " was not available: see availability()", e);
        }
    }

    @Override
    public final Encapsulated encapsulate(byte[] initiatorShare, SecureRandom random) throws IllegalShareException {
        // Before a pair is made: the peer may send whatever it likes.
        PublicKey peer = decode(initiatorShare);
        try (AccpPair own = (AccpPair) generate(random)) {
            return new Encapsulated(own.share(), own.agree(peer));
        }
    }

    /** The name, and whose code it is. */
    @Override
    public final String toString() {
        return name() + " (" + implementation() + ")";
    }

    /** A pair and its share; the private key is destroyed if there is none. */
    final AccpPair pair(KeyPair pair) {
        try {
            return new AccpPair(this, pair.getPrivate(), share(pair.getPublic()));
        } catch (RuntimeException e) {
            AccpPair.destroy(pair.getPrivate());
            throw e;
        }
    }

    /** The peer's point. */
    final PublicKey decode(byte[] share) throws IllegalShareException {
        if (share.length != facts.shareLength()) {
            throw new IllegalShareException(
                    name() + ": a share has " + facts.shareLength() + " bytes, not " + share.length);
        }
        // RFC 8446 4.2.8.2, RFC 8422 5.1.2: the compressed forms are gone.
        if (share[0] != 4) {
            throw new IllegalShareException(name() + ": a share begins with 4, not " + (share[0] & 0xff));
        }
        byte[] info = Arrays.copyOf(prefix, prefix.length + share.length);
        System.arraycopy(share, 0, info, prefix.length, share.length);
        KeyFactory factory = factory();
        try {
            // AWS-LC checks that both coordinates are below p and on the curve; all its points have the full order.
            return factory.generatePublic(new X509EncodedKeySpec(info));
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new IllegalShareException(name() + ": the share is not a point of the curve", e);
        }
    }

    /**
     * The agreement of one private and one public key: X as long as the field, leading zeros kept (RFC 8446 7.4.2).
     *
     * @throws IllegalShareException if ACCP refuses the point
     * @throws IllegalStateException if our own side fails: the private key is destroyed, or ACCP is broken
     */
    final Secret agree(PrivateKey own, PublicKey peer) throws IllegalShareException {
        KeyAgreement agreement = agreement(own);
        try {
            agreement.doPhase(peer, true);
        } catch (InvalidKeyException e) {
            throw new IllegalShareException(name() + ": ACCP refuses the share", e);
        } catch (RuntimeException e) {
            // What can be wrong with a share was found when it was decoded.
            throw failed(e);
        }
        return Secret.of(agreement.generateSecret());
    }

    private KeyAgreement agreement(PrivateKey own) {
        try {
            KeyAgreement agreement = KeyAgreement.getInstance(AGREEMENT, Accp.provider());
            agreement.init(own);
            return agreement;
        } catch (GeneralSecurityException | RuntimeException e) {
            throw failed(e);
        }
    }

    private IllegalStateException failed(Exception cause) {
        return new IllegalStateException(name() + ": ACCP can't compute with our own key", cause);
    }

    private KeyFactory factory() {
        try {
            return KeyFactory.getInstance("EC", Accp.provider());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(name() + " was not available: see availability()", e);
        }
    }

    /** The point that ends the encoding, which ACCP always writes uncompressed. */
    private byte[] share(PublicKey key) {
        byte[] info = key.getEncoded();
        int length = prefix.length + facts.shareLength();
        if (info.length != length || !Arrays.equals(info, 0, prefix.length, prefix, 0, prefix.length)) {
            throw new IllegalStateException(name() + ": ACCP writes public keys in another form than expected");
        }
        return Arrays.copyOfRange(info, prefix.length, length);
    }
}
