package dev.dovetail.tls.groups.mlkem;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.api.spi.NamedGroup.Encapsulated;
import dev.dovetail.tls.api.spi.NamedGroup.Initiator;
import java.security.SecureRandom;
import javax.security.auth.DestroyFailedException;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.SecretWithEncapsulation;
import org.bouncycastle.crypto.generators.MLKEMKeyPairGenerator;
import org.bouncycastle.crypto.kems.MLKEMExtractor;
import org.bouncycastle.crypto.kems.MLKEMGenerator;
import org.bouncycastle.crypto.params.MLKEMKeyGenerationParameters;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLKEMPublicKeyParameters;
import org.jspecify.annotations.Nullable;

/**
 * BouncyCastle's ML-KEM, apart from the part that stands for it: this class can't be loaded where BouncyCastle is missing.
 *
 * @param group whose it is
 * @param parameters BouncyCastle's name of the parameter set
 */
record BouncyCastleKem(MlKemGroup group, MLKEMParameters parameters) {

    Initiator generate(SecureRandom random) {
        MLKEMKeyPairGenerator generator = new MLKEMKeyPairGenerator();
        generator.init(new MLKEMKeyGenerationParameters(random, parameters));
        AsymmetricCipherKeyPair pair = generator.generateKeyPair();
        return new Pair(
                group, (MLKEMPublicKeyParameters) pair.getPublic(), (MLKEMPrivateKeyParameters) pair.getPrivate());
    }

    Encapsulated encapsulate(byte[] key, SecureRandom random) throws IllegalShareException {
        SecretWithEncapsulation result = new MLKEMGenerator(random).generateEncapsulated(decode(key));
        Encapsulated copy = new Encapsulated(result.getEncapsulation(), Secret.of(result.getSecret()));
        destroy(result);
        return copy;
    }

    private static void destroy(SecretWithEncapsulation result) {
        try {
            result.destroy();
        } catch (DestroyFailedException e) {
            throw new IllegalStateException("BouncyCastle keeps a secret that it could forget", e);
        }
    }

    private MLKEMPublicKeyParameters decode(byte[] key) throws IllegalShareException {
        try {
            return new MLKEMPublicKeyParameters(parameters, key);
        } catch (IllegalArgumentException e) {
            throw group.notReduced(e);
        }
    }

    private static final class Pair implements Initiator {
        private final MlKemGroup group;
        private final byte[] share;
        private @Nullable MLKEMPrivateKeyParameters key;

        Pair(MlKemGroup group, MLKEMPublicKeyParameters share, MLKEMPrivateKeyParameters key) {
            this.group = group;
            this.share = share.getEncoded();
            this.key = key;
        }

        @Override
        public byte[] share() {
            return share.clone();
        }

        @Override
        public Secret decapsulate(byte[] responderShare) throws IllegalShareException {
            MLKEMPrivateKeyParameters own = key;
            if (own == null) throw MlKemGroup.closed();
            group.refuseOtherCiphertext(responderShare);
            return Secret.of(new MLKEMExtractor(own).extractSecret(responderShare));
        }

        @Override
        public void close() {
            MLKEMPrivateKeyParameters own = key;
            key = null;
            if (own != null) own.destroy();
        }
    }
}
