package dev.dovetail.tls.handshake.proof;

import dev.dovetail.tls.api.Fault;
import java.security.MessageDigest;

/** The proof that the peer's Finished was right: there is no other way to make one. */
public final class FinishedChecked {

    private FinishedChecked() {}

    /**
     * Compares, in time that does not depend on the contents.
     *
     * @param expected what we computed
     * @param received what the peer sent
     * @return the proof
     * @throws dev.dovetail.tls.api.TlsFault {@link Fault#FINISHED_WRONG} if they differ
     */
    public static FinishedChecked of(byte[] expected, byte[] received) {
        if (!MessageDigest.isEqual(expected, received)) {
            throw Fault.FINISHED_WRONG.because("verify_data does not match the handshake that we saw");
        }
        return new FinishedChecked();
    }
}
