package dev.dovetail.tls.provider.accp;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.SignatureScheme;

/** ecdsa_secp521r1_sha512 over ACCP. */
@AutoService(SignatureScheme.class)
public final class AccpEcdsaSecp521r1Sha512 extends AccpEcdsa {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public AccpEcdsaSecp521r1Sha512() {
        super(
                SchemeFacts.ecdsa(0x0603, "ecdsa_secp521r1_sha512", "1.2.840.10045.4.3.4", 65),
                PrimeCurve.SECP521R1,
                "SHA512withECDSA");
    }
}
