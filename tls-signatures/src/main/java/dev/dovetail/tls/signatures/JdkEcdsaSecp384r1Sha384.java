package dev.dovetail.tls.signatures;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.SignatureScheme;

/** ecdsa_secp384r1_sha384 over the JCA. */
@AutoService(SignatureScheme.class)
public final class JdkEcdsaSecp384r1Sha384 extends JdkEcdsa {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public JdkEcdsaSecp384r1Sha384() {
        super(EcdsaFacts.SECP384R1_SHA384);
    }
}
