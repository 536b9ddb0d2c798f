package dev.dovetail.tls.record;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.api.spi.CbcCipher;
import dev.dovetail.tls.api.spi.Mac;

/** Parts that protect nothing and allocate nothing, so that what is measured is the record layer's own share. */
final class FrugalParts {

    private FrugalParts() {}

    record Aead(Tls12Nonce tls12Nonce) implements AeadCipher {

        private static final int TAG = 16;

        @Override
        public String name() {
            return "FRUGAL_AEAD";
        }

        @Override
        public String implementation() {
            return "test";
        }

        @Override
        public int keyLength() {
            return 16;
        }

        @Override
        public int nonceLength() {
            return 12;
        }

        @Override
        public int tagLength() {
            return TAG;
        }

        @Override
        public long recordLimit() {
            return Long.MAX_VALUE;
        }

        @Override
        public Sealer sealer(Secret key) {
            return new Sealer() {
                @Override
                public int seal(
                        byte[] nonce,
                        byte[] aad,
                        int aadLength,
                        byte[] in,
                        int offset,
                        int length,
                        byte[] suffix,
                        int suffixLength,
                        byte[] out,
                        int outOffset) {
                    System.arraycopy(in, offset, out, outOffset, length);
                    System.arraycopy(suffix, 0, out, outOffset + length, suffixLength);
                    System.arraycopy(nonce, 0, out, outOffset + length + suffixLength, nonce.length);
                    return length + suffixLength + TAG;
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public Opener opener(Secret key) {
            return new Opener() {
                @Override
                public int open(
                        byte[] nonce,
                        byte[] aad,
                        int aadLength,
                        byte[] in,
                        int offset,
                        int length,
                        byte[] out,
                        int outOffset) {
                    System.arraycopy(in, offset, out, outOffset, length - TAG);
                    return in[offset + length - TAG + 11] == nonce[11] ? length - TAG : -1;
                }

                @Override
                public void close() {}
            };
        }
    }

    record Cbc() implements CbcCipher {

        @Override
        public String name() {
            return "FRUGAL_CBC";
        }

        @Override
        public String implementation() {
            return "test";
        }

        @Override
        public int keyLength() {
            return 16;
        }

        @Override
        public int blockLength() {
            return 16;
        }

        @Override
        public Transform encryptor(Secret key) {
            return new Transform() {
                @Override
                public void transform(
                        byte[] iv, int ivOffset, byte[] in, int offset, int length, byte[] out, int outOffset) {
                    // As SunJCE does; whoever calls it so pays for it.
                    byte[] source = in == out ? in.clone() : in;
                    System.arraycopy(source, offset, out, outOffset, length);
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public Transform decryptor(Secret key) {
            return encryptor(key);
        }
    }

    record Sum() implements Mac {

        @Override
        public String name() {
            return "FRUGAL_MAC";
        }

        @Override
        public String implementation() {
            return "test";
        }

        @Override
        public int length() {
            return 32;
        }

        @Override
        public int keyLength() {
            return 32;
        }

        @Override
        public int blockLength() {
            return 64;
        }

        @Override
        public int minimumPadding() {
            return 9;
        }

        @Override
        public Keyed keyed(Secret key) {
            return new Keyed() {
                private int sum;

                @Override
                public void update(byte[] in, int offset, int length) {
                    for (int i = 0; i < length; i++) sum = 31 * sum + in[offset + i];
                }

                @Override
                public void finish(byte[] out, int offset) {
                    for (int i = 0; i < 32; i++) out[offset + i] = (byte) (sum >>> i);
                    sum = 0;
                }

                @Override
                public void close() {}
            };
        }
    }
}
