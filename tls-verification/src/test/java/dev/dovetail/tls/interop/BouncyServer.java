package dev.dovetail.tls.interop;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dovetail.tls.certificates.Issued;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Vector;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.tls.AbstractTlsServer;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureScheme;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsPSKExternal;
import org.bouncycastle.tls.TlsPSKIdentityManager;
import org.bouncycastle.tls.TlsSession;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedDecryptor;
import org.bouncycastle.tls.crypto.impl.bc.BcDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;
import org.jspecify.annotations.Nullable;

/** A server of BouncyCastle that takes exactly what is tried. */
@SuppressWarnings("rawtypes")
final class BouncyServer extends AbstractTlsServer implements BouncyPeer {

    private final BcTlsCrypto crypto;
    private final Trial trial;
    private Optional<Agreement> agreement = Optional.empty();
    private @Nullable Map<String, TlsSession> sessions;
    private boolean closed;

    BouncyServer(BcTlsCrypto crypto, Trial trial) {
        super(crypto);
        this.crypto = crypto;
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
    public int[] getSupportedGroups() {
        return Bouncy.groups(trial);
    }

    @Override
    public boolean requiresExtendedMasterSecret() {
        return true;
    }

    @Override
    public @Nullable TlsCredentials getCredentials() throws IOException {
        Optional<Issued> own = trial.certificate();
        if (own.isEmpty()) return null;
        Certificate chain = Bouncy.chain(crypto, trial.version(), own.get());
        AsymmetricKeyParameter key =
                PrivateKeyFactory.createKey(own.get().privateKey().getEncoded());
        if (!Dovetail.signs(trial.suite())) return new BcDefaultTlsCredentialedDecryptor(crypto, chain, key);
        return new BcDefaultTlsCredentialedSigner(
                new TlsCryptoParameters(context),
                crypto,
                key,
                chain,
                SignatureScheme.getSignatureAndHashAlgorithm(
                        trial.serverScheme().orElseThrow().code()));
    }

    @Override
    public @Nullable TlsPSKExternal getExternalPSK(Vector identities) {
        return trial.mode().isPresent() ? Bouncy.psk(crypto) : null;
    }

    @Override
    public short[] getPskKeyExchangeModes() {
        return Bouncy.modes(trial);
    }

    @Override
    public TlsPSKIdentityManager getPSKIdentityManager() {
        return new TlsPSKIdentityManager() {
            @Override
            public byte[] getHint() {
                return Psk.HINT.getBytes(UTF_8);
            }

            @Override
            public byte @Nullable [] getPSK(byte[] identity) {
                return Arrays.equals(identity, Psk.IDENTITY.getBytes(UTF_8)) ? Psk.key() : null;
            }
        };
    }

    /** Keeps its sessions in a map, and finds those of other connections there. */
    BouncyServer keeping(Map<String, TlsSession> where) {
        sessions = where;
        return this;
    }

    @Override
    public byte @Nullable [] getNewSessionID() {
        return sessions == null
                ? null
                : crypto.createNonceGenerator(new byte[0]).generateNonce(32);
    }

    @Override
    public @Nullable TlsSession getSessionToResume(byte[] sessionId) {
        return sessions == null ? null : sessions.get(HexFormat.of().formatHex(sessionId));
    }

    @Override
    public boolean resumed() {
        return context.getSecurityParametersConnection().isResumedSession();
    }

    @Override
    public void notifyHandshakeComplete() {
        agreement = Optional.of(Bouncy.agreement(context));
        // What it notifies of before has no secret yet.
        TlsSession session = context.getSession();
        if (sessions != null && session.isResumable()) {
            sessions.put(HexFormat.of().formatHex(session.getSessionID()), session);
        }
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
