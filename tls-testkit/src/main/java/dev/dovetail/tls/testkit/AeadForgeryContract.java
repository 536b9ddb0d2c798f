package dev.dovetail.tls.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.AeadCipher;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link AeadCipher} must refuse, and how it fares in records; {@link AeadCipherContract} has the rest. */
public abstract class AeadForgeryContract extends CipherContract<AeadCipher> {

    static final byte[] NOTHING = {};
    static final byte[] AAD = Hex.bytes("1703034011");

    /** For the contracts of this kit. */
    AeadForgeryContract() {}

    /**
     * Whether the ciphertext hides the plaintext.
     *
     * @return true, unless the cipher authenticates only (RFC 9150)
     */
    protected boolean hides() {
        return true;
    }

    @Test
    void refusesATagThatIsWrongInAnyByte() {
        byte[] sealed = seal(0, nonce(0), AAD, Sample.bytes(1, 40));
        for (int i = 40; i < sealed.length; i++) {
            assertRefused(0, nonce(0), AAD, Sample.flipped(sealed, i), "byte " + (i - 40) + " of the tag is wrong");
        }
    }

    @Test
    void refusesCiphertextThatIsWrongInAnyByte() {
        byte[] sealed = seal(0, nonce(0), AAD, Sample.bytes(1, 40));
        for (int i = 0; i < 40; i++) {
            assertRefused(0, nonce(0), AAD, Sample.flipped(sealed, i), "byte " + i + " of the ciphertext is wrong");
        }
    }

    @Test
    void refusesAnotherNonceKeyOrAad() {
        byte[] sealed = seal(0, nonce(0), AAD, Sample.bytes(1, 40));
        for (int i = 0; i < part().nonceLength(); i++) {
            assertRefused(0, Sample.flipped(nonce(0), i), AAD, sealed, "byte " + i + " of the nonce is another");
        }
        for (int i = 0; i < AAD.length; i++) {
            assertRefused(0, nonce(0), Sample.flipped(AAD, i), sealed, "byte " + i + " of the aad is another");
        }
        assertRefused(0, nonce(0), NOTHING, sealed, "the aad is missing");
        assertRefused(0, nonce(0), Sample.joined(AAD, new byte[1]), sealed, "the aad is longer");
        assertRefused(1, nonce(0), AAD, sealed, "the key is another");
    }

    @Test
    void refusesWhatIsTooShort() {
        byte[] sealed = seal(0, nonce(0), AAD, Sample.bytes(1, 33));
        for (int length = 0; length < sealed.length; length++) {
            assertRefused(0, nonce(0), AAD, Arrays.copyOf(sealed, length), "only " + length + " bytes are left");
        }
    }

    @Test
    void leavesNoPlaintextBehindOnABadTag() {
        for (int size : new int[] {8, 16, 100, 1000, 16384}) {
            byte[] text = Sample.bytes(1, size);
            byte[] sealed = seal(0, nonce(0), AAD, text);
            sealed[sealed.length - 1] ^= 1;
            Guarded out = Guarded.range(size);
            try (Secret key = key(0);
                    AeadCipher.Opener opener = part().opener(key)) {
                opener.open(nonce(0), AAD, AAD.length, sealed, 0, sealed.length, out.array(), out.offset());
                out.assertSurroundingsUntouched(name() + ": open() with a bad tag");
                calls().assertHoldsNothingOf(text, out.content());
                if (!hides()) continue;
                opener.open(nonce(0), AAD, AAD.length, sealed, 0, sealed.length, sealed, 0);
                calls().assertHoldsNothingOf(text, sealed);
            }
        }
    }

    @Test
    void goesOnAfterABadTag() {
        byte[] first = seal(0, nonce(0), AAD, Sample.bytes(1, 40));
        byte[] second = seal(0, nonce(1), AAD, Sample.bytes(2, 40));
        byte[] out = new byte[40];
        try (Secret key = key(0);
                AeadCipher.Opener opener = part().opener(key)) {
            opener.open(nonce(0), AAD, AAD.length, Sample.flipped(first, 0), 0, first.length, out, 0);
            opener.open(nonce(1), AAD, AAD.length, second, 0, second.length, out, 0);
        }
        assertThat(out).as("%s: a good record after a bad one", name()).isEqualTo(Sample.bytes(2, 40));
    }

    @Override
    final void connect(Rehearsal rehearsal) {
        rehearsal.completes(ProtocolVersion.TLS_1_3, RecordLengths.tls13(part()));
        rehearsal.completes(ProtocolVersion.TLS_1_2, RecordLengths.tls12(part()));
    }

    @Override
    final void makeRecords(Rehearsal rehearsal) {
        rehearsal.sealsRecords13(RecordLengths.tls13(part()));
        rehearsal.sealsRecords12(false, "TLS 1.2", RecordLengths.tls12(part()));
    }

    @Override
    final List<AutoCloseable> used(Secret key) {
        AeadCipher.Sealer sealer = part().sealer(key);
        AeadCipher.Opener opener = part().opener(key);
        byte[] sealed = new byte[10 + part().tagLength()];
        sealer.seal(nonce(0), AAD, AAD.length, new byte[10], 0, 10, NOTHING, 0, sealed, 0);
        opener.open(nonce(0), AAD, AAD.length, sealed, 0, sealed.length, new byte[10], 0);
        return List.of(sealer, opener);
    }

    @Override
    final String wanted() {
        return String.format(
                "key, iv, msg, ct and tag, with %d bytes of key, %d of iv, %d of tag",
                part().keyLength(), part().nonceLength(), part().tagLength());
    }

    @Override
    final boolean concerns(Vectors.Case vector) {
        return vector.has("key", "iv", "msg", "ct", "tag")
                && vector.length("key") == part().keyLength()
                && vector.length("iv") == part().nonceLength()
                && vector.length("tag") == part().tagLength();
    }

    @Override
    final void check(Vectors.Case vector) {
        byte[] nonce = vector.bytes("iv");
        byte[] aad = vector.has("aad") ? vector.bytes("aad") : NOTHING;
        byte[] text = vector.bytes("msg");
        byte[] sealed = Sample.joined(vector.bytes("ct"), vector.bytes("tag"));
        try (Secret key = Secret.of(vector.bytes("key"))) {
            if (vector.mustFail()) {
                calls().assertRefused(key, nonce, aad, sealed, "the vector is invalid");
                return;
            }
            assertThat(Hex.text(calls().seal(key, nonce, aad, text, NOTHING)))
                    .as("ciphertext and tag")
                    .isEqualTo(Hex.text(sealed));
            assertThat(Hex.text(calls().open(key, nonce, aad, sealed)))
                    .as("plaintext")
                    .isEqualTo(Hex.text(text));
        }
    }

    final AeadCalls calls() {
        return new AeadCalls(part());
    }

    final byte[] nonce(int which) {
        return calls().nonce(which);
    }

    final byte[] seal(int whichKey, byte[] nonce, byte[] aad, byte[] text) {
        return calls().seal(whichKey, nonce, aad, text);
    }

    private void assertRefused(int whichKey, byte[] nonce, byte[] aad, byte[] sealed, String wrong) {
        try (Secret key = key(whichKey)) {
            calls().assertRefused(key, nonce, aad, sealed, wrong);
        }
    }
}
