package dev.dovetail.tls.benchmarks;

import java.security.GeneralSecurityException;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The provider's primitives alone, on arrays as long as in {@link OwnSealing} and {@link OwnOpening}, but without headers
 * in them. Only the operation that is measured is warmed up.
 */
@State(Scope.Thread)
public abstract class BareRecords {

    /** IANA's spelling; encrypt-then-MAC costs the primitives the same. */
    @Param("TLS_AES_128_GCM_SHA256")
    public String suite;

    /** Whose cipher. */
    @Param("JDK")
    public String implementation;

    /** Bytes of content. */
    @Param({"64", "256", "1024", "4096", "16384"})
    public int size;

    /** Seals records. */
    public static class Sealing extends BareRecords {

        @Override
        int operate() throws GeneralSecurityException {
            return seal();
        }
    }

    /** Opens a batch of records. */
    public static class Opening extends BareRecords {

        @Override
        int operate() throws GeneralSecurityException {
            return openBatch();
        }
    }

    /** Seals a record and opens it. */
    public static class Passing extends BareRecords {

        @Override
        int operate() throws GeneralSecurityException {
            return pass();
        }
    }

    private BareCipher cipher;
    private byte[] content;
    private byte[] sealed;
    private int sealedLength;
    private long sequence;
    private byte[][] batch;
    private byte[] opened;

    /** Makes the arrays, and a batch of records to open. */
    @Setup
    public void prepare() throws GeneralSecurityException {
        cipher = BareCipher.of(RecordSuite.of(suite, implementation));
        content = Payload.of(size);
        sealed = new byte[size + 256];
        opened = new byte[size + 256];
        sealedLength = cipher.seal(0, content, sealed, 0);
        sequence = RecordOpening.BATCH + 1;
        // Other than a record layer, the floor may open the same batch again and again.
        // Each record begins an array: what doesn't, JDK 17's ChaCha20-Poly1305 copies twice before it decrypts.
        batch = new byte[RecordOpening.BATCH][sealedLength];
        for (int i = 0; i < RecordOpening.BATCH; i++) cipher.seal(i + 1, content, batch[i], 0);
        SteadyState.reach(this::operate);
    }

    /**
     * What is measured.
     *
     * @return bytes of ciphertext, or of content with the content type of TLS 1.3
     * @throws GeneralSecurityException if the provider refuses
     */
    abstract int operate() throws GeneralSecurityException;

    int pass() throws GeneralSecurityException {
        long number = sequence++;
        int length = cipher.seal(number, content, sealed, 0);
        return cipher.open(number, sealed, 0, length, opened);
    }

    int seal() throws GeneralSecurityException {
        return cipher.seal(sequence++, content, sealed, 0);
    }

    int openBatch() throws GeneralSecurityException {
        int bytes = 0;
        for (int i = 0; i < RecordOpening.BATCH; i++) {
            bytes += cipher.open(i + 1, batch[i], 0, sealedLength, opened);
        }
        return bytes;
    }

    byte[] content() {
        return content;
    }

    byte[] opened() {
        return opened;
    }
}
