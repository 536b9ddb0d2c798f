package dev.dovetail.tls.interop;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.handshake.psk.PskMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.tls.BasicTlsPSKExternal;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateEntry;
import org.bouncycastle.tls.SecurityParameters;
import org.bouncycastle.tls.TlsContext;
import org.bouncycastle.tls.TlsPSKExternal;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCrypto;

/** What BouncyCastle calls things. */
final class Bouncy {

    private Bouncy() {}

    static org.bouncycastle.tls.ProtocolVersion version(ProtocolVersion version) {
        return version.equals(ProtocolVersion.TLS_1_3)
                ? org.bouncycastle.tls.ProtocolVersion.TLSv13
                : org.bouncycastle.tls.ProtocolVersion.TLSv12;
    }

    static int[] groups(Trial trial) {
        return trial.groups().stream().mapToInt(NamedGroup::code).toArray();
    }

    /** The key of both sides, for TLS 1.3. */
    static TlsPSKExternal psk(TlsCrypto crypto) {
        return new BasicTlsPSKExternal(Psk.IDENTITY.getBytes(UTF_8), crypto.createSecret(Psk.key()));
    }

    static short[] modes(Trial trial) {
        return new short[] {
            trial.mode().map(PskMode::code).orElse(PskMode.PSK_DHE_KE.code()).shortValue()
        };
    }

    /** A chain in the form of its version. */
    static Certificate chain(TlsCrypto crypto, ProtocolVersion version, Issued own) {
        try {
            List<TlsCertificate> chain = new ArrayList<>();
            for (X509Certificate one : own.chain()) chain.add(crypto.createCertificate(one.getEncoded()));
            if (!version.equals(ProtocolVersion.TLS_1_3)) {
                return new Certificate(chain.toArray(TlsCertificate[]::new));
            }
            return new Certificate(
                    new byte[0],
                    chain.stream().map(one -> new CertificateEntry(one, null)).toArray(CertificateEntry[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a connection agreed on, before it forgets. */
    static BouncyPeer.Agreement agreement(TlsContext context) {
        SecurityParameters agreed = context.getSecurityParametersConnection();
        List<byte[]> peerChain = new ArrayList<>();
        if (agreed.getPeerCertificate() != null) {
            for (TlsCertificate one : agreed.getPeerCertificate().getCertificateList()) peerChain.add(encoded(one));
        }
        return new BouncyPeer.Agreement(
                agreed.getNegotiatedVersion().toString(),
                agreed.getCipherSuite(),
                agreed.getNegotiatedGroup(),
                peerChain);
    }

    private static byte[] encoded(TlsCertificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
