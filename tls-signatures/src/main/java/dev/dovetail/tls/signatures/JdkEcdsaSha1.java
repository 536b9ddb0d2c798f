package dev.dovetail.tls.signatures;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.SignatureScheme;

/** ecdsa_sha1 over the JCA. */
@AutoService(SignatureScheme.class)
public final class JdkEcdsaSha1 extends JdkEcdsa {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public JdkEcdsaSha1() {
        super(EcdsaFacts.SHA1);
    }
}
