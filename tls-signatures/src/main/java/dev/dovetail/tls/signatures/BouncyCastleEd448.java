package dev.dovetail.tls.signatures;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.SignatureScheme;
import org.bouncycastle.math.ec.rfc8032.Ed448;

/** ed448 over BouncyCastle. */
@AutoService(SignatureScheme.class)
public final class BouncyCastleEd448 extends BouncyCastleEdwards {

    private static final byte[] NO_CONTEXT = {};

    /** For the ServiceLoader and {@code Catalog.of}. */
    public BouncyCastleEd448() {
        super(EdwardsFacts.ED448);
    }

    @Override
    void sign(byte[] privateKey, byte[] content, byte[] signature) {
        Ed448.sign(privateKey, 0, NO_CONTEXT, content, 0, content.length, signature, 0);
    }

    @Override
    boolean verify(byte[] signature, byte[] publicKey, byte[] content) {
        return Ed448.verify(signature, 0, publicKey, 0, NO_CONTEXT, content, 0, content.length);
    }
}
