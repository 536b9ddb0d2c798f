package dev.dovetail.tls.handshake.replay;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.Availability;
import dev.dovetail.tls.api.spi.SignatureScheme;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Set;

/**
 * A scheme that is there to be listed only, because the recorded peer listed it; Dovetail has no part for it.
 *
 * @param code its number
 * @param name a name
 */
record ListedScheme(int code, String name) implements SignatureScheme {

    @Override
    public byte[] sign(PrivateKey key, byte[] content, SecureRandom random) {
        throw new AssertionError(name + " is there to be listed only");
    }

    @Override
    public boolean verify(PublicKey key, byte[] content, byte[] signature) {
        return false;
    }

    @Override
    public boolean fits(PublicKey key, ProtocolVersion version) {
        return false;
    }

    @Override
    public boolean signed(X509Certificate certificate) {
        return false;
    }

    @Override
    public Set<ProtocolVersion> versions() {
        return Set.of(ProtocolVersion.TLS_1_2);
    }

    @Override
    public String authentication() {
        return "listed";
    }

    @Override
    public Set<Trait> traits() {
        return Set.of();
    }

    @Override
    public String implementation() {
        return "listed";
    }

    @Override
    public int priority() {
        return 0;
    }

    @Override
    public Availability availability() {
        return Availability.available();
    }
}
