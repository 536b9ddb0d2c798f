package dev.dovetail.tls.provider.accp;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.interfaces.RSAKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.AlgorithmParameterSpec;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.BadPaddingException;
import javax.crypto.CipherSpi;

/** Stands in for an HSM: it decrypts RSA, without padding, with keys that only it can use, and counts. */
final class DeviceDecryption extends Provider {

    private static final long serialVersionUID = 1L;

    private final transient AtomicInteger decryptions = new AtomicInteger();

    DeviceDecryption() {
        super("DeviceDecryption", "1", "keys that never leave it");
        putService(
                new Service(
                        this,
                        "Cipher",
                        RsaServer.TRANSFORMATION,
                        Spi.class.getName(),
                        List.of(),
                        Map.of("SupportedKeyClasses", Handle.class.getName())) {
                    @Override
                    public Object newInstance(Object parameter) {
                        return new Spi(decryptions);
                    }
                });
    }

    /** A handle on the private key of a pair. */
    PrivateKey key(KeyPair pair) {
        return new Handle((RSAPrivateKey) pair.getPrivate());
    }

    /** How many there were. */
    int decryptions() {
        return decryptions.get();
    }

    /** It tells its modulus, which is public, and nothing else. */
    private static final class Handle implements PrivateKey, RSAKey {

        private static final long serialVersionUID = 1L;

        private final transient RSAPrivateKey inside;

        Handle(RSAPrivateKey inside) {
            this.inside = inside;
        }

        @Override
        public BigInteger getModulus() {
            return inside.getModulus();
        }

        @Override
        public String getAlgorithm() {
            return "RSA";
        }

        @Override
        public String getFormat() {
            return null;
        }

        @Override
        public byte[] getEncoded() {
            return null;
        }
    }

    private static final class Spi extends CipherSpi {

        private final AtomicInteger decryptions;
        private Handle key;

        Spi(AtomicInteger decryptions) {
            this.decryptions = decryptions;
        }

        @Override
        protected void engineInit(int mode, Key handle, SecureRandom random) throws InvalidKeyException {
            if (!(handle instanceof Handle own)) throw new InvalidKeyException("not mine");
            key = own;
        }

        @Override
        protected void engineInit(int mode, Key handle, AlgorithmParameterSpec parameters, SecureRandom random)
                throws InvalidKeyException {
            engineInit(mode, handle, random);
        }

        @Override
        protected void engineInit(int mode, Key handle, AlgorithmParameters parameters, SecureRandom random)
                throws InvalidKeyException {
            engineInit(mode, handle, random);
        }

        @Override
        protected byte[] engineDoFinal(byte[] in, int offset, int length) throws BadPaddingException {
            BigInteger modulus = key.getModulus();
            BigInteger number = new BigInteger(1, in, offset, length);
            if (number.compareTo(modulus) >= 0) throw new BadPaddingException("above the modulus");
            decryptions.incrementAndGet();
            byte[] signed =
                    number.modPow(key.inside.getPrivateExponent(), modulus).toByteArray();
            byte[] out = new byte[(modulus.bitLength() + 7) / 8];
            int taken = Math.min(signed.length, out.length);
            System.arraycopy(signed, signed.length - taken, out, out.length - taken, taken);
            return out;
        }

        @Override
        protected int engineDoFinal(byte[] in, int offset, int length, byte[] out, int outOffset) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected byte[] engineUpdate(byte[] in, int offset, int length) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected int engineUpdate(byte[] in, int offset, int length, byte[] out, int outOffset) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected void engineSetMode(String mode) {}

        @Override
        protected void engineSetPadding(String padding) {}

        @Override
        protected int engineGetBlockSize() {
            return 0;
        }

        @Override
        protected int engineGetOutputSize(int length) {
            return (key.getModulus().bitLength() + 7) / 8;
        }

        @Override
        protected byte[] engineGetIV() {
            return null;
        }

        @Override
        protected AlgorithmParameters engineGetParameters() {
            return null;
        }
    }
}
