package dev.dovetail.tls.signatures;

import dev.dovetail.tls.api.spi.Availability;
import java.security.PublicKey;

/** EdDSA over the JCA: the JDK's own, or the provider that an application put before it. */
abstract class JdkEdwards extends EdwardsScheme {

    JdkEdwards(EdwardsFacts facts) {
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

    @Override
    final boolean verified(PublicKey key, byte[] content, byte[] signature) {
        return jca.verify(key, content, signature);
    }
}
