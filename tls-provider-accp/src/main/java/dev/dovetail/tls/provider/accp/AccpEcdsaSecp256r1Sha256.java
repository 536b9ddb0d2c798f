package dev.dovetail.tls.provider.accp;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.SignatureScheme;

/** ecdsa_secp256r1_sha256 over ACCP. */
@AutoService(SignatureScheme.class)
public final class AccpEcdsaSecp256r1Sha256 extends AccpEcdsa {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public AccpEcdsaSecp256r1Sha256() {
        super(
                SchemeFacts.ecdsa(0x0403, "ecdsa_secp256r1_sha256", "1.2.840.10045.4.3.2", 90),
                PrimeCurve.SECP256R1,
                "SHA256withECDSA");
    }
}
