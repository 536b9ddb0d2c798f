package dev.dovetail.tls.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.handshake.psk.PskMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import org.bouncycastle.tls.NamedGroup;
import org.bouncycastle.tls.TlsClientProtocol;
import org.bouncycastle.tls.TlsServerProtocol;
import org.bouncycastle.tls.TlsSession;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/** BouncyCastle's TLS through its own interface: JSSE's has no word for much of what it can do. */
final class BouncyPartner extends MemoryPartner<BouncyEnd> {

    private final BcTlsCrypto crypto = new BcTlsCrypto(new SecureRandom());

    @Override
    public String name() {
        return "BouncyCastle";
    }

    @Override
    public String version() {
        String jar = TlsClientProtocol.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
        try (JarFile file = new JarFile(jar)) {
            return file.getManifest().getMainAttributes().getValue("Bundle-Version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean has(CipherSuite suite) {
        return TlsUtils.isSupportedCipherSuite(crypto, suite.code())
                && TlsUtils.isValidVersionForCipherSuite(suite.code(), Bouncy.version(Dovetail.version(suite)));
    }

    @Override
    public boolean has(dev.dovetail.tls.api.spi.NamedGroup group, ProtocolVersion version) {
        return TlsUtils.isSupportedNamedGroup(crypto, group.code())
                && NamedGroup.canBeNegotiated(group.code(), Bouncy.version(version));
    }

    @Override
    public boolean has(SignatureScheme scheme, ProtocolVersion version) {
        return crypto.hasSignatureScheme(scheme.code());
    }

    @Override
    public boolean has(PskMode mode) {
        return true;
    }

    @Override
    public Optional<String> obstacle(Trial trial, Role ours) {
        boolean alone = trial.mode().filter(PskMode.PSK_KE::equals).isPresent();
        return alone && ours == Role.CLIENT
                ? Optional.of("BouncyCastle's server has no pre-shared keys without a key share.")
                : Optional.empty();
    }

    @Override
    BouncyEnd client(Trial trial) {
        return end(new BouncyClient(crypto, trial));
    }

    /** A client that goes on with an earlier session. */
    BouncyEnd client(Trial trial, TlsSession session) {
        return end(new BouncyClient(crypto, trial).resuming(session));
    }

    private static BouncyEnd end(BouncyClient client) {
        TlsClientProtocol protocol = new TlsClientProtocol();
        try {
            protocol.connect(client);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new BouncyEnd(protocol, client);
    }

    @Override
    BouncyEnd server(Trial trial) {
        return end(new BouncyServer(crypto, trial));
    }

    /** A server that keeps its sessions. */
    BouncyEnd server(Trial trial, Map<String, TlsSession> sessions) {
        return end(new BouncyServer(crypto, trial).keeping(sessions));
    }

    private static BouncyEnd end(BouncyServer server) {
        TlsServerProtocol protocol = new TlsServerProtocol();
        try {
            protocol.accept(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new BouncyEnd(protocol, server);
    }

    @Override
    void agreed(Trial trial, BouncyEnd end) {
        BouncyPeer.Agreement agreed = end.peer().agreement().orElseThrow();
        assertThat(agreed.version()).isEqualTo(Bouncy.version(trial.version()).toString());
        assertThat(agreed.suite()).isEqualTo(trial.suite().code());
        // It does not say which in TLS 1.2.
        if (trial.version().equals(ProtocolVersion.TLS_1_3)) {
            trial.group().ifPresent(group -> assertThat(agreed.group()).isEqualTo(group.code()));
        }
        if (end.peer() instanceof BouncyClient) {
            trial.certificate().ifPresent(own -> assertThat(agreed.peerChain()).containsExactly(encoded(own)));
        }
    }

    private static byte[][] encoded(Issued own) {
        return own.chain().stream()
                .map(one -> {
                    try {
                        return one.getEncoded();
                    } catch (CertificateEncodingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toArray(byte[][]::new);
    }
}
