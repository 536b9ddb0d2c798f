package dev.dovetail.tls.signatures;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.SignatureScheme;

/** ecdsa_sha1 over BouncyCastle. */
@AutoService(SignatureScheme.class)
public final class BouncyCastleEcdsaSha1 extends BouncyCastleEcdsa {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public BouncyCastleEcdsaSha1() {
        super(EcdsaFacts.SHA1);
    }
}
