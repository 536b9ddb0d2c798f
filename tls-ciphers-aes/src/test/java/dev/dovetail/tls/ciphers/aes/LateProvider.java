package dev.dovetail.tls.ciphers.aes;

import java.io.ByteArrayOutputStream;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.CipherSpi;
import javax.crypto.ShortBufferException;

/** AES-CBC that holds back its last bytes until the end, as the JCA allows; and that fails when it is told to. */
final class LateProvider extends Provider {

    private static final long serialVersionUID = 1L;

    boolean failing;
    private final int most;

    /** Holds back up to so many bytes, a multiple of a block. */
    LateProvider(int most) {
        super("Late", "1", "for tests");
        this.most = most;
        putService(new Service(this, "Cipher", "AES/CBC/NoPadding", Late.class.getName(), null, null) {
            @Override
            public Object newInstance(Object parameter) {
                return new Late();
            }
        });
    }

    private final class Late extends CipherSpi {

        private final Cipher cipher = JdkAes.cipher("AES/CBC/NoPadding");
        private final ByteArrayOutputStream held = new ByteArrayOutputStream();

        @Override
        protected void engineSetMode(String mode) {}

        @Override
        protected void engineSetPadding(String padding) {}

        @Override
        protected int engineGetBlockSize() {
            return 16;
        }

        @Override
        protected int engineGetOutputSize(int length) {
            return held.size() + length;
        }

        @Override
        protected byte[] engineGetIV() {
            return cipher.getIV();
        }

        @Override
        protected AlgorithmParameters engineGetParameters() {
            return cipher.getParameters();
        }

        @Override
        protected void engineInit(int mode, Key key, SecureRandom random) throws InvalidKeyException {
            throw new InvalidKeyException("an IV is needed");
        }

        @Override
        protected void engineInit(int mode, Key key, AlgorithmParameterSpec parameters, SecureRandom random)
                throws InvalidKeyException, InvalidAlgorithmParameterException {
            held.reset();
            cipher.init(mode, key, parameters);
        }

        @Override
        protected void engineInit(int mode, Key key, AlgorithmParameters parameters, SecureRandom random)
                throws InvalidKeyException {
            throw new InvalidKeyException("an IV is needed");
        }

        @Override
        protected byte[] engineUpdate(byte[] in, int offset, int length) {
            throw new UnsupportedOperationException("nobody here wants a new array");
        }

        @Override
        protected int engineUpdate(byte[] in, int offset, int length, byte[] out, int outOffset)
                throws ShortBufferException {
            held.write(in, offset, length);
            byte[] all = held.toByteArray();
            int given = Math.max(0, all.length - most);
            held.reset();
            held.write(all, given, all.length - given);
            int written = given == 0 ? 0 : cipher.update(all, 0, given, out, outOffset);
            // Too late: the chain has moved on.
            if (failing && most == 0) throw new ShortBufferException("told to fail");
            return written;
        }

        @Override
        protected byte[] engineDoFinal(byte[] in, int offset, int length) {
            throw new UnsupportedOperationException("nobody here wants a new array");
        }

        @Override
        protected int engineDoFinal(byte[] in, int offset, int length, byte[] out, int outOffset)
                throws ShortBufferException {
            if (failing) throw new ShortBufferException("told to fail");
            if (length > 0) held.write(in, offset, length);
            try {
                return cipher.doFinal(held.toByteArray(), 0, held.size(), out, outOffset);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            } finally {
                held.reset();
            }
        }
    }
}
