package dev.dovetail.tls.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.api.Test;

/** What is seen of a client is what it sends: here the JDK's, whose bytes are not ours. */
class OfferTest {

    @Test
    void readsTheOfferOfAnotherStack() throws IOException, GeneralSecurityException {
        Offer offer = Offer.of(helloOfJdk());

        assertThat(offer.suites()).startsWith(0x1301, 0xc02b);
        assertThat(offer.versions()).containsExactly(0x0304, 0x0303);
        assertThat(offer.groups()).contains(0x001d, 0x0017);
        assertThat(offer.keyShares()).isNotEmpty().isSubsetOf(offer.groups());
        assertThat(offer.schemes()).contains(0x0403, 0x0804);
    }

    @Test
    void replacesTheSuitesAndNothingElse() throws IOException, GeneralSecurityException {
        byte[] hello = helloOfJdk();
        Offer before = Offer.of(hello);

        Offer after = Offer.of(Offer.with(hello, 0x1303, 0x00ff));

        assertThat(after.suites()).containsExactly(0x1303, 0x00ff);
        assertThat(after)
                .isEqualTo(new Offer(
                        List.of(0x1303, 0x00ff),
                        before.versions(),
                        before.groups(),
                        before.keyShares(),
                        before.schemes()));
    }

    @Test
    void refusesWhatIsNoClientHello() {
        byte[] alert = WireRecord.of(21, new byte[] {2, 40});

        assertThatThrownBy(() -> Offer.of(alert)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theWiretapHearsTheFirstRecordOfAnAnswer() throws IOException {
        byte[] alert = WireRecord.of(21, new byte[] {2, 40});

        Optional<byte[]> answer = Wiretap.answerOf(
                socket -> {
                    byte[] asked = socket.getInputStream().readNBytes(3);
                    OutputStream out = socket.getOutputStream();
                    if (asked[2] == 7) out.write(alert);
                    out.write(alert);
                },
                new byte[] {1, 2, 7});

        assertThat(answer).hasValueSatisfying(record -> assertThat(record).isEqualTo(alert));
    }

    @Test
    void theWiretapToldNothingSaysSo() throws IOException {
        assertThat(Wiretap.answerOf(socket -> socket.getInputStream().read(), new byte[1]))
                .isEmpty();
    }

    private static byte[] helloOfJdk() throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, null, null);
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(true);
        engine.setEnabledProtocols(new String[] {"TLSv1.2", "TLSv1.3"});
        engine.setEnabledCipherSuites(
                new String[] {"TLS_AES_128_GCM_SHA256", "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"});
        ByteBuffer record = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        engine.wrap(ByteBuffer.allocate(0), record);
        byte[] bytes = new byte[record.flip().remaining()];
        record.get(bytes);
        return Wiretap.firstRecordOf(socket -> socket.getOutputStream().write(bytes));
    }
}
