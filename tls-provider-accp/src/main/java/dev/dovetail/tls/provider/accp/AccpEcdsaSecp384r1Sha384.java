package dev.dovetail.tls.provider.accp;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.SignatureScheme;

/** ecdsa_secp384r1_sha384 over ACCP. */
@AutoService(SignatureScheme.class)
public final class AccpEcdsaSecp384r1Sha384 extends AccpEcdsa {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public AccpEcdsaSecp384r1Sha384() {
        super(
                SchemeFacts.ecdsa(0x0503, "ecdsa_secp384r1_sha384", "1.2.840.10045.4.3.3", 75),
                PrimeCurve.SECP384R1,
                "SHA384withECDSA");
    }
}
