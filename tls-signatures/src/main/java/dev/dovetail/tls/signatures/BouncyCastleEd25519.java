package dev.dovetail.tls.signatures;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.SignatureScheme;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** ed25519 over BouncyCastle. */
@AutoService(SignatureScheme.class)
public final class BouncyCastleEd25519 extends BouncyCastleEdwards {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public BouncyCastleEd25519() {
        super(EdwardsFacts.ED25519);
    }

    @Override
    void sign(byte[] privateKey, byte[] content, byte[] signature) {
        Ed25519.sign(privateKey, 0, content, 0, content.length, signature, 0);
    }

    @Override
    boolean verify(byte[] signature, byte[] publicKey, byte[] content) {
        return Ed25519.verify(signature, 0, publicKey, 0, content, 0, content.length);
    }
}
