package dev.dovetail.tls.groups.brainpool;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.SignatureScheme;

/** ecdsa_brainpoolP512r1tls13_sha512. */
@AutoService(SignatureScheme.class)
public final class EcdsaBrainpoolP512r1Tls13Sha512 extends BrainpoolEcdsa {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public EcdsaBrainpoolP512r1Tls13Sha512() {
        super(EcdsaFacts.P512R1_SHA512);
    }
}
