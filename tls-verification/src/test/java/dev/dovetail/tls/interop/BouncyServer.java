package dev.dovetail.tls.interop;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dovetail.tls.certificates.Issued;
import java.io.IOException;
import java.util.Arrays;
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
