package dev.dovetail.tls.api.catalog;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.Availability;
import dev.dovetail.tls.api.spi.SignatureScheme;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A signature scheme that no key fits.
 *
 * @param asked how often it was asked whether it works
 */
record TestScheme(int code, String name, AtomicInteger asked) implements SignatureScheme {

    TestScheme(int code, String name) {
        this(code, name, new AtomicInteger());
    }

    @Override
    public String implementation() {
        return "Test";
    }

    @Override
    public Availability availability() {
        asked.incrementAndGet();
        return Availability.available();
    }

    @Override
    public Set<ProtocolVersion> versions() {
        return Set.of(ProtocolVersion.TLS_1_3);
    }

    @Override
    public String authentication() {
        return "TEST";
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.RECOMMENDED);
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
    public byte[] sign(PrivateKey key, byte[] content, SecureRandom random) {
        throw new AssertionError("no key fits");
    }

    @Override
    public boolean verify(PublicKey key, byte[] content, byte[] signature) {
        return false;
    }
}
