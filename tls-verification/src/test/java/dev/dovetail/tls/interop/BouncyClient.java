package dev.dovetail.tls.interop;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Vector;
import org.bouncycastle.tls.AbstractTlsClient;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.BasicTlsPSKIdentity;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureScheme;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsPSKIdentity;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.TlsSession;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.TlsCrypto;
import org.jspecify.annotations.Nullable;

/** A client of BouncyCastle that offers exactly what is tried. Its collections are raw types, and so are ours here. */
@SuppressWarnings({"rawtypes", "unchecked"})
final class BouncyClient extends AbstractTlsClient implements BouncyPeer {

    private final Trial trial;
    private Optional<Agreement> agreement = Optional.empty();
    private @Nullable TlsSession offered;
    private boolean closed;

    BouncyClient(TlsCrypto crypto, Trial trial) {
        super(crypto);
        this.trial = trial;
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return Bouncy.version(trial.version()).only();
    }

    @Override
    protected int[] getSupportedCipherSuites() {
        return new int[] {trial.suite().code()};
    }

    @Override
    protected Vector getSupportedGroups(Vector roles) {
        Vector groups = new Vector();
        for (int group : Bouncy.groups(trial)) groups.add(group);
        return groups;
    }

    @Override
    public @Nullable Vector getEarlyKeyShareGroups() {
        return new Vector(Arrays.asList(Bouncy.groups(trial)[0]));
    }

    @Override
    protected Vector getSupportedSignatureAlgorithms() {
        Vector algorithms = new Vector();
        trial.schemes()
                .forEach(scheme -> TlsUtils.addIfSupported(
                        algorithms, getCrypto(), SignatureScheme.getSignatureAndHashAlgorithm(scheme.code())));
        return algorithms;
    }

    @Override
    public boolean shouldCheckSigAlgOfPeerCerts() {
        // The one chain that is right is compared as a whole.
        return false;
    }

    @Override
    public boolean requiresExtendedMasterSecret() {
        return true;
    }

    @Override
    public @Nullable Vector getExternalPSKs() {
        return trial.mode().isPresent() ? new Vector(List.of(Bouncy.psk(getCrypto()))) : null;
    }

    @Override
    public short[] getPskKeyExchangeModes() {
        return Bouncy.modes(trial);
    }

    @Override
    public TlsPSKIdentity getPSKIdentity() {
        return new BasicTlsPSKIdentity(Psk.IDENTITY, Psk.key());
    }

    @Override
    public TlsAuthentication getAuthentication() {
        return new TlsAuthentication() {
            @Override
            public void notifyServerCertificate(TlsServerCertificate certificate) {
                // What came is in the agreement.
            }

            @Override
            public @Nullable TlsCredentials getClientCredentials(CertificateRequest request) {
                return null;
            }
        };
    }

    /** Goes on with a session if the server lets it. */
    BouncyClient resuming(TlsSession earlier) {
        offered = earlier;
        return this;
    }

    @Override
    public @Nullable TlsSession getSessionToResume() {
        return offered;
    }

    /** What can be resumed; empty if BouncyCastle keeps nothing, as in TLS 1.3. */
    Optional<TlsSession> session() {
        return Optional.ofNullable(context.getSession()).filter(TlsSession::isResumable);
    }

    @Override
    public boolean resumed() {
        return context.getSecurityParametersConnection().isResumedSession();
    }

    @Override
    public void notifyHandshakeComplete() {
        agreement = Optional.of(Bouncy.agreement(context));
    }

    @Override
    public void notifyAlertReceived(short level, short description) {
        if (description == AlertDescription.close_notify) closed = true;
    }

    @Override
    public Optional<Agreement> agreement() {
        return agreement;
    }

    @Override
    public boolean closed() {
        return closed;
    }
}
