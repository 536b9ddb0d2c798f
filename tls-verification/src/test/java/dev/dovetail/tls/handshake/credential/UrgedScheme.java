package dev.dovetail.tls.handshake.credential;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.SignatureScheme;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A real scheme that is asked about certificates whatever its own priority, and counts how often. */
record UrgedScheme(SignatureScheme scheme, AtomicInteger asked) implements SignatureScheme {

    @Override
    public String name() {
        return scheme.name();
    }

    @Override
    public String implementation() {
        return scheme.implementation();
    }

    @Override
    public int priority() {
        return 100;
    }

    @Override
    public int code() {
        return scheme.code();
    }

    @Override
    public Set<ProtocolVersion> versions() {
        return scheme.versions();
    }

    @Override
    public String authentication() {
        return scheme.authentication();
    }

    @Override
    public Set<Trait> traits() {
        return scheme.traits();
    }

    @Override
    public boolean fits(PublicKey key, ProtocolVersion version) {
        return scheme.fits(key, version);
    }

    @Override
    public boolean signed(X509Certificate certificate) {
        return scheme.signed(certificate);
    }

    @Override
    public byte[] sign(PrivateKey key, byte[] content, SecureRandom random) throws GeneralSecurityException {
        return scheme.sign(key, content, random);
    }

    @Override
    public boolean verify(PublicKey key, byte[] content, byte[] signature) {
        return scheme.verify(key, content, signature);
    }

    @Override
    public boolean verifyCertificate(PublicKey issuer, byte[] content, byte[] signature) {
        asked.incrementAndGet();
        return scheme.verifyCertificate(issuer, content, signature);
    }
}
