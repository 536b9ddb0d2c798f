package dev.dovetail.tls.jsse.engine;

import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.api.spi.SuiteProvider;
import java.util.ArrayList;
import java.util.List;

/**
 * Protects nothing and allocates nothing, so that what is measured is the rest's own share. Won't have its input and its
 * output in one array, which costs others dearly.
 */
final class FrugalAead implements AeadCipher {

    static final String TLS_1_3 = "FRUGAL_13";
    static final String TLS_1_2 = "FRUGAL_12";

    private static final int TAG = 16;

    /** All that there is, and suites of this. */
    static Catalog catalog() {
        SuiteProvider suites = () -> List.of(
                CipherSuite.tls13(0xff23, TLS_1_3, "FRUGAL", "SHA256", Trait.EXPERIMENTAL),
                CipherSuite.aead12(
                        0xff22, TLS_1_2, "ECDHE", Authentication.ECDSA, "FRUGAL", "SHA256", Trait.EXPERIMENTAL));
        List<Object> parts = new ArrayList<>(Catalog.discover().parts());
        parts.add(suites);
        parts.add(new FrugalAead());
        return Catalog.of(parts.toArray());
    }

    @Override
    public String name() {
        return "FRUGAL";
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
    public Tls12Nonce tls12Nonce() {
        return Tls12Nonce.XOR_SEQUENCE;
    }

    @Override
    public long recordLimit() {
        return Long.MAX_VALUE;
    }

    @Override
    public Sealer sealer(Secret key) {
        return new FrugalSealer();
    }

    @Override
    public Opener opener(Secret key) {
        return new FrugalOpener();
    }

    private static void refuseOneArray(byte[] in, byte[] out) {
        if (in == out) throw new AssertionError("input and output of a cipher are in one array");
    }

    /** The text as it is, and the nonce for a tag. */
    private record FrugalSealer() implements Sealer {

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
            refuseOneArray(in, out);
            System.arraycopy(in, offset, out, outOffset, length);
            System.arraycopy(suffix, 0, out, outOffset + length, suffixLength);
            System.arraycopy(nonce, 0, out, outOffset + length + suffixLength, nonce.length);
            return length + suffixLength + TAG;
        }

        @Override
        public void close() {}
    }

    private record FrugalOpener() implements Opener {

        @Override
        public int open(
                byte[] nonce, byte[] aad, int aadLength, byte[] in, int offset, int length, byte[] out, int outOffset) {
            refuseOneArray(in, out);
            int text = length - TAG;
            System.arraycopy(in, offset, out, outOffset, text);
            return in[offset + text + 11] == nonce[11] ? text : -1;
        }

        @Override
        public void close() {}
    }
}
