package dev.dovetail.tls.handshake.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.dovetail.tls.handshake.testparts.JdkHash;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;

class TranscriptTest {

    @Test
    void hashesMessagesFromBeforeAndAfterTheHashWasSettled() throws Exception {
        Transcript transcript = new Transcript();
        transcript.add(new byte[] {1, 2});
        transcript.use(JdkHash.sha256());
        transcript.add(new byte[] {3});
        assertThat(transcript.hash()).isEqualTo(sha256(1, 2, 3));
    }

    @Test
    void keepsTheMessagesThemselvesIfToldSo() throws Exception {
        Transcript transcript = new Transcript();
        transcript.add(new byte[] {1, 2});
        transcript.keepMessages();
        transcript.use(JdkHash.sha256());
        transcript.add(new byte[] {3});
        assertThat(transcript.messages()).containsExactly(1, 2, 3);
        assertThat(transcript.hash()).isEqualTo(sha256(1, 2, 3));
    }

    @Test
    void dropsTheMessagesAndGoesOnHashing() throws Exception {
        Transcript transcript = new Transcript();
        transcript.add(new byte[] {1, 2});
        transcript.keepMessages();
        transcript.use(JdkHash.sha256());
        transcript.dropMessages();
        transcript.add(new byte[] {3});
        assertThatIllegalStateException().isThrownBy(transcript::messages);
        assertThat(transcript.hash()).isEqualTo(sha256(1, 2, 3));
    }

    @Test
    void refusesToKeepMessagesTooLate() {
        Transcript transcript = new Transcript();
        transcript.add(new byte[] {1, 2});
        transcript.use(JdkHash.sha256());
        assertThatIllegalStateException().isThrownBy(transcript::keepMessages);
    }

    private static byte[] sha256(int... bytes) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (int one : bytes) digest.update((byte) one);
        return digest.digest();
    }
}
