package org.example.sntrup761;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.api.spi.NamedGroup;
import java.security.SecureRandom;
import java.util.Set;
import org.bouncycastle.pqc.crypto.ntruprime.SNTRUPrimeKEMExtractor;
import org.bouncycastle.pqc.crypto.ntruprime.SNTRUPrimeKEMGenerator;
import org.bouncycastle.pqc.crypto.ntruprime.SNTRUPrimeKeyGenerationParameters;
import org.bouncycastle.pqc.crypto.ntruprime.SNTRUPrimeKeyPairGenerator;
import org.bouncycastle.pqc.crypto.ntruprime.SNTRUPrimeParameters;
import org.bouncycastle.pqc.crypto.ntruprime.SNTRUPrimePrivateKeyParameters;
import org.bouncycastle.pqc.crypto.ntruprime.SNTRUPrimePublicKeyParameters;

/** Streamlined NTRU Prime, which OpenSSH has used for years: the client sends a key, the server a secret under it. */
@AutoService(NamedGroup.class)
public final class Sntrup761 implements NamedGroup {

    private static final SNTRUPrimeParameters PARAMETERS = SNTRUPrimeParameters.sntrup761;

    @Override
    public String name() {
        return "sntrup761";
    }

    @Override
    public String implementation() {
        return "BouncyCastle";
    }

    @Override
    public int code() {
        return 0xfe61; // for private use: RFC 8446 4.2.7
    }

    @Override
    public Kind kind() {
        return Kind.KEM;
    }

    @Override
    public Set<ProtocolVersion> versions() {
        return Set.of(ProtocolVersion.TLS_1_3);
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.EXPERIMENTAL);
    }

    @Override
    public int initiatorShareLength() {
        return 1158;
    }

    @Override
    public int responderShareLength() {
        return 1039;
    }

    @Override
    public Initiator generate(SecureRandom random) {
        SNTRUPrimeKeyPairGenerator generator = new SNTRUPrimeKeyPairGenerator();
        generator.init(new SNTRUPrimeKeyGenerationParameters(random, PARAMETERS));
        var pair = generator.generateKeyPair();
        byte[] share = ((SNTRUPrimePublicKeyParameters) pair.getPublic()).getEncoded();
        return new Pair(share, (SNTRUPrimePrivateKeyParameters) pair.getPrivate());
    }

    @Override
    public Encapsulated encapsulate(byte[] initiatorShare, SecureRandom random) throws IllegalShareException {
        refuseOtherLength(initiatorShare, initiatorShareLength());
        var key = new SNTRUPrimePublicKeyParameters(PARAMETERS, initiatorShare.clone());
        var answer = new SNTRUPrimeKEMGenerator(random).generateEncapsulated(key);
        return new Encapsulated(answer.getEncapsulation(), Secret.of(answer.getSecret()));
    }

    private static void refuseOtherLength(byte[] share, int length) throws IllegalShareException {
        if (share.length != length) throw new IllegalShareException(share.length + " bytes instead of " + length);
    }

    private final class Pair implements Initiator {

        private final byte[] share;
        private SNTRUPrimePrivateKeyParameters key;

        Pair(byte[] share, SNTRUPrimePrivateKeyParameters key) {
            this.share = share;
            this.key = key;
        }

        @Override
        public byte[] share() {
            return share.clone();
        }

        @Override
        public Secret decapsulate(byte[] responderShare) throws IllegalShareException {
            if (key == null) throw new IllegalStateException("this key pair is closed");
            refuseOtherLength(responderShare, responderShareLength());
            return Secret.of(new SNTRUPrimeKEMExtractor(key).extractSecret(responderShare));
        }

        @Override
        public void close() {
            key = null;
        }
    }
}
