package dev.dovetail.tls.groups.brainpool;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.SignatureScheme;

/** ecdsa_brainpoolP384r1tls13_sha384. */
@AutoService(SignatureScheme.class)
public final class EcdsaBrainpoolP384r1Tls13Sha384 extends BrainpoolEcdsa {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public EcdsaBrainpoolP384r1Tls13Sha384() {
        super(EcdsaFacts.P384R1_SHA384);
    }
}
