package dev.dovetail.tls.signatures;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.SignatureScheme;

/** ecdsa_secp256r1_sha256 over the JCA. */
@AutoService(SignatureScheme.class)
public final class JdkEcdsaSecp256r1Sha256 extends JdkEcdsa {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public JdkEcdsaSecp256r1Sha256() {
        super(EcdsaFacts.SECP256R1_SHA256);
    }
}
