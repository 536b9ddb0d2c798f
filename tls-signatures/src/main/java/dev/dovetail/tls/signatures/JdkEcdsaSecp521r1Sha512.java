package dev.dovetail.tls.signatures;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.SignatureScheme;

/** ecdsa_secp521r1_sha512 over the JCA. */
@AutoService(SignatureScheme.class)
public final class JdkEcdsaSecp521r1Sha512 extends JdkEcdsa {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public JdkEcdsaSecp521r1Sha512() {
        super(EcdsaFacts.SECP521R1_SHA512);
    }
}
