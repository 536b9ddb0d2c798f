package dev.dovetail.tls.interop;

import java.net.Socket;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLEngine;
import org.conscrypt.PSKKeyManager;
import org.jspecify.annotations.Nullable;

/** The one key of both sides, as Conscrypt wants it. */
@SuppressWarnings("deprecation")
final class ConscryptPsk implements PSKKeyManager {

    @Override
    public String chooseServerKeyIdentityHint(Socket socket) {
        return Psk.HINT;
    }

    @Override
    public String chooseServerKeyIdentityHint(SSLEngine engine) {
        return Psk.HINT;
    }

    @Override
    public String chooseClientKeyIdentity(@Nullable String hint, Socket socket) {
        return Psk.IDENTITY;
    }

    @Override
    public String chooseClientKeyIdentity(@Nullable String hint, SSLEngine engine) {
        return Psk.IDENTITY;
    }

    @Override
    public SecretKey getKey(@Nullable String hint, String identity, Socket socket) {
        return key();
    }

    @Override
    public SecretKey getKey(@Nullable String hint, String identity, SSLEngine engine) {
        return key();
    }

    private static SecretKey key() {
        return new SecretKeySpec(Psk.key(), "RAW");
    }
}
