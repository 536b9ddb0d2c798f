package dev.dovetail.tls.handshake.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.CertificateSignature;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.Request;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PeerChainTest {

    private static final List<SignatureScheme> ACCEPTED =
            Selection.modern(Catalog.discover()).certificates();
    private static final Authority AUTHORITY = Authority.create("root", KeyKind.RSA_2048);

    @Test
    void takesTheChainAsItIs() throws Exception {
        Issued issued = AUTHORITY.intermediate("intermediate").issue(Request.server("a.test"));
        assertThat(PeerChain.of(encoded(issued.chain()), ACCEPTED).certificates())
                .isEqualTo(issued.chain());
    }

    @Test
    void refusesMoreCertificatesThanAPathNeeds() throws Exception {
        byte[] one = AUTHORITY.issue(Request.server("a.test")).certificate().getEncoded();
        assertFault(Fault.CERTIFICATE_INVALID, () -> PeerChain.of(Collections.nCopies(11, one), ACCEPTED));
    }

    @Test
    void refusesPemInPlaceOfDer() {
        byte[] pem = AUTHORITY.issue(Request.server("a.test")).chainPem().getBytes(StandardCharsets.US_ASCII);
        assertFault(Fault.CERTIFICATE_MALFORMED, () -> PeerChain.of(List.of(pem), ACCEPTED));
    }

    @Test
    void refusesTrailingBytes() throws Exception {
        byte[] der = AUTHORITY.issue(Request.server("a.test")).certificate().getEncoded();
        byte[] longer = java.util.Arrays.copyOf(der, der.length + 1);
        assertFault(Fault.CERTIFICATE_MALFORMED, () -> PeerChain.of(List.of(longer), ACCEPTED));
    }

    @Test
    void namesAKeyThatTheParserStumblesOver() throws Exception {
        Issued issued = AUTHORITY.issue(Request.server("a.test").key(KeyKind.ED25519));
        String hex = HexFormat.of().formatHex(issued.certificate().getEncoded());
        String key = HexFormat.of().formatHex(issued.publicKey().getEncoded());
        // The same certificate with an Ed25519 key of 32 bytes declared as a bit string of one byte, and lengths kept.
        String broken = hex.replace(key, key.replace("032100", "030100"));
        assertThat(broken).isNotEqualTo(hex);
        assertFault(
                Fault.CERTIFICATE_MALFORMED,
                () -> PeerChain.of(List.of(HexFormat.of().parseHex(broken)), ACCEPTED));
    }

    @Test
    void refusesALeafSignedInAWayThatIsNotAccepted() throws Exception {
        Issued issued = AUTHORITY.issue(Request.server("a.test").signedWith(CertificateSignature.RSA_SHA1));
        assertFault(Fault.CERTIFICATE_UNFIT, () -> PeerChain.of(encoded(issued.chain()), ACCEPTED));
    }

    @Test
    void doesNotMindACertificateOffThePath() throws Exception {
        Issued good = AUTHORITY.issue(Request.server("a.test"));
        Issued stray = Authority.create("elsewhere", KeyKind.RSA_2048)
                .issue(Request.server("b.test").signedWith(CertificateSignature.RSA_SHA1));
        List<byte[]> chain = new ArrayList<>(encoded(good.chain()));
        chain.addAll(encoded(stray.chain()));
        assertThat(PeerChain.of(chain, ACCEPTED).certificates()).hasSize(2);
    }

    private static List<byte[]> encoded(List<X509Certificate> chain) throws CertificateEncodingException {
        List<byte[]> encoded = new ArrayList<>();
        for (X509Certificate certificate : chain) encoded.add(certificate.getEncoded());
        return encoded;
    }

    private static void assertFault(Fault fault, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        TlsFault.class, thrown -> assertThat(thrown.fault()).isEqualTo(fault));
    }
}
