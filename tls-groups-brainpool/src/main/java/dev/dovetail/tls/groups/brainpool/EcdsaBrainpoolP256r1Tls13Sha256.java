package dev.dovetail.tls.groups.brainpool;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.SignatureScheme;

/** ecdsa_brainpoolP256r1tls13_sha256. */
@AutoService(SignatureScheme.class)
public final class EcdsaBrainpoolP256r1Tls13Sha256 extends BrainpoolEcdsa {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public EcdsaBrainpoolP256r1Tls13Sha256() {
        super(EcdsaFacts.P256R1_SHA256);
    }
}
