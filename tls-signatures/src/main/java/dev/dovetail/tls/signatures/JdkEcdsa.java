package dev.dovetail.tls.signatures;

import dev.dovetail.tls.api.spi.Availability;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECParameterSpec;

/** ECDSA over the JCA: the JDK's own, or the provider that an application put before it. */
abstract class JdkEcdsa extends EcdsaScheme {

    JdkEcdsa(EcdsaFacts facts) {
        super(facts);
    }

    @Override
    public final String implementation() {
        return "JDK";
    }

    @Override
    public final Availability availability() {
        return jca.availability();
    }

    /** The JDK has these three curves and no other. */
    @Override
    final boolean supports(ECParameterSpec curve) {
        return PrimeCurve.of(curve).isPresent();
    }

    @Override
    final boolean verify(ECPublicKey key, byte[] content, byte[] bytes, EcdsaSignatureValue signature) {
        return jca.verify(key, content, bytes);
    }
}
