package dev.dovetail.tls.testkit.sample;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.api.spi.NamedGroup;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.XECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import javax.crypto.KeyAgreement;

/** The JDK's X25519, whose secret goes through {@link SampleHash}, so that it is no X25519. */
@AutoService(NamedGroup.class)
public final class SampleGroup implements NamedGroup {

    private static final int LENGTH = 32;

    @Override
    public String name() {
        return "sample_x25519";
    }

    @Override
    public String implementation() {
        return "JDK";
    }

    @Override
    public int code() {
        return 0xfe30;
    }

    @Override
    public Kind kind() {
        return Kind.ELLIPTIC_CURVE;
    }

    @Override
    public Set<ProtocolVersion> versions() {
        return Set.of(ProtocolVersion.TLS_1_2, ProtocolVersion.TLS_1_3);
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.EXPERIMENTAL);
    }

    @Override
    public int initiatorShareLength() {
        return LENGTH;
    }

    @Override
    public int responderShareLength() {
        return LENGTH;
    }

    @Override
    public Initiator generate(SecureRandom random) {
        return new SampleInitiator(keyPair(random));
    }

    @Override
    public Encapsulated encapsulate(byte[] initiatorShare, SecureRandom random) throws IllegalShareException {
        KeyPair own = keyPair(random);
        return new Encapsulated(share(own), agree(own.getPrivate(), initiatorShare));
    }

    private static KeyPair keyPair(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("X25519");
            generator.initialize(NamedParameterSpec.X25519, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK since 11 has X25519", e);
        }
    }

    private static byte[] share(KeyPair pair) {
        byte[] number = ((XECPublicKey) pair.getPublic()).getU().toByteArray();
        return reversed(number);
    }

    private static Secret agree(PrivateKey own, byte[] share) throws IllegalShareException {
        if (share.length != LENGTH) {
            throw new IllegalShareException("a share has " + LENGTH + " bytes, not " + share.length);
        }
        try {
            byte[] number = reversed(share);
            number[0] &= 0x7f;
            PublicKey peer = KeyFactory.getInstance("X25519")
                    .generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, new BigInteger(1, number)));
            KeyAgreement agreement = KeyAgreement.getInstance("X25519");
            agreement.init(own);
            agreement.doPhase(peer, true);
            try (Secret shared = Secret.of(agreement.generateSecret())) {
                return shared.with(SampleGroup::separated);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalShareException("not a usable point", e);
        }
    }

    private static Secret separated(byte[] shared) {
        var hash = new SampleHash().start();
        hash.update(shared, 0, shared.length);
        return Secret.of(hash.finish());
    }

    /** Little-endian, 32 bytes, from or to a number's big-endian bytes. */
    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[LENGTH];
        for (int i = 0; i < Math.min(LENGTH, bytes.length); i++) reversed[i] = bytes[bytes.length - 1 - i];
        return reversed;
    }

    private static final class SampleInitiator implements Initiator {

        private final byte[] share;
        private Optional<PrivateKey> key;

        SampleInitiator(KeyPair pair) {
            share = SampleGroup.share(pair);
            key = Optional.of(pair.getPrivate());
        }

        @Override
        public byte[] share() {
            return Arrays.copyOf(share, share.length);
        }

        @Override
        public Secret decapsulate(byte[] responderShare) throws IllegalShareException {
            PrivateKey own = key.orElseThrow(() -> new IllegalStateException("this key pair is closed"));
            return agree(own, responderShare);
        }

        @Override
        public void close() {
            key = Optional.empty();
        }
    }
}
