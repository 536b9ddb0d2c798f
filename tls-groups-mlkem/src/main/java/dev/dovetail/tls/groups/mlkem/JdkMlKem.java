package dev.dovetail.tls.groups.mlkem;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.Availability;
import dev.dovetail.tls.api.spi.IllegalShareException;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** ML-KEM over the JCA, whose keys can't be overwritten, only forgotten. The JDK has it since version 24. */
abstract class JdkMlKem extends MlKemGroup {

    private final byte[] header;

    JdkMlKem(MlKemFacts facts) {
        super(facts);
        this.header = header(facts);
    }

    @Override
    public final String implementation() {
        return "JDK";
    }

    @Override
    public final Availability availability() {
        try {
            KeyPairGenerator.getInstance(facts.algorithm());
            JcaKem.of(facts.algorithm());
            return Availability.available();
        } catch (GeneralSecurityException e) {
            return Availability.unavailable("the JDK has " + facts.algorithm() + " since version 24, this is "
                    + Runtime.version().feature());
        }
    }

    /** Measured on 25, ML-KEM-768: 27 µs for a pair and 25 and 34 to use it, BouncyCastle's 49, 42 and 51. */
    @Override
    public final int priority() {
        return 10;
    }

    @Override
    public final Initiator generate(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(facts.algorithm());
            generator.initialize(new NamedParameterSpec(facts.algorithm()), random);
            return new Pair(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw unavailable(e);
        }
    }

    @Override
    final Encapsulated encapsulateTo(byte[] key, SecureRandom random) throws IllegalShareException {
        try {
            byte[] encoded = Arrays.copyOf(header, header.length + key.length);
            System.arraycopy(key, 0, encoded, header.length, key.length);
            KeyFactory keys = KeyFactory.getInstance(facts.algorithm());
            return JcaKem.of(facts.algorithm())
                    .encapsulate(keys.generatePublic(new X509EncodedKeySpec(encoded)), random);
        } catch (InvalidKeyException e) {
            throw notReduced(e);
        } catch (GeneralSecurityException e) {
            throw unavailable(e);
        }
    }

    private IllegalStateException unavailable(GeneralSecurityException cause) {
        return new IllegalStateException(name() + " was not available: see availability()", cause);
    }

    /**
     * What stands before an encapsulation key in a SubjectPublicKeyInfo: two sequences, the algorithm's identifier, and
     * the header of a bit string without unused bits.
     */
    private static byte[] header(MlKemFacts facts) {
        int string = facts.keyLength() + 1;
        int whole = string + 17;
        return new byte[] {
            0x30,
            (byte) 0x82,
            (byte) (whole >> 8),
            (byte) whole,
            0x30,
            0x0b,
            0x06,
            0x09,
            0x60,
            (byte) 0x86,
            0x48,
            0x01,
            0x65,
            0x03,
            0x04,
            0x04,
            (byte) facts.oid(),
            0x03,
            (byte) 0x82,
            (byte) (string >> 8),
            (byte) string,
            0x00
        };
    }

    private final class Pair implements Initiator {
        private final byte[] share;
        private @Nullable PrivateKey key;

        Pair(KeyPair pair) {
            byte[] encoded = pair.getPublic().getEncoded();
            this.share = Arrays.copyOfRange(encoded, encoded.length - facts.keyLength(), encoded.length);
            this.key = pair.getPrivate();
        }

        @Override
        public byte[] share() {
            return share.clone();
        }

        @Override
        public Secret decapsulate(byte[] responderShare) throws IllegalShareException {
            PrivateKey own = key;
            if (own == null) throw closed();
            refuseOtherCiphertext(responderShare);
            try {
                return JcaKem.of(facts.algorithm()).decapsulate(own, responderShare);
            } catch (GeneralSecurityException e) {
                // draft-ietf-tls-mlkem 4.2: all but the length is our own fault, for a ciphertext is never refused.
                throw new IllegalStateException(name() + " can't be decapsulated", e);
            }
        }

        @Override
        public void close() {
            key = null;
        }
    }
}
