package dev.dovetail.tls.signatures;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.SignatureScheme;

/** ecdsa_secp521r1_sha512 over BouncyCastle. */
@AutoService(SignatureScheme.class)
public final class BouncyCastleEcdsaSecp521r1Sha512 extends BouncyCastleEcdsa {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public BouncyCastleEcdsaSecp521r1Sha512() {
        super(EcdsaFacts.SECP521R1_SHA512);
    }
}
