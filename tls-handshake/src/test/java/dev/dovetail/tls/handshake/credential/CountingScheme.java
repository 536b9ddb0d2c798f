package dev.dovetail.tls.handshake.credential;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.SignatureScheme;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Answers every question about a signature of its algorithm alike, and counts how often it was asked. */
final class CountingScheme implements SignatureScheme {

    private final String algorithm;
    private final BooleanSupplier verdict;
    private final AtomicInteger asked = new AtomicInteger();
    private boolean fitting = true;
    private int priority = 10;

    CountingScheme(String algorithm, boolean verdict) {
        this(algorithm, () -> verdict);
    }

    CountingScheme(String algorithm, BooleanSupplier verdict) {
        this.algorithm = algorithm;
        this.verdict = verdict;
    }

    CountingScheme fittingNothing() {
        fitting = false;
        return this;
    }

    CountingScheme withPriority(int other) {
        priority = other;
        return this;
    }

    int asked() {
        return asked.get();
    }

    @Override
    public String name() {
        return "counting";
    }

    @Override
    public String implementation() {
        return "test";
    }

    @Override
    public int priority() {
        return priority;
    }

    @Override
    public int code() {
        return 0xfe01;
    }

    @Override
    public Set<ProtocolVersion> versions() {
        return Set.of(ProtocolVersion.TLS_1_2, ProtocolVersion.TLS_1_3);
    }

    @Override
    public String authentication() {
        return "RSA";
    }

    @Override
    public Set<Trait> traits() {
        return Set.of();
    }

    @Override
    public boolean fits(PublicKey key, ProtocolVersion version) {
        return fitting;
    }

    @Override
    public boolean signed(X509Certificate certificate) {
        return certificate.getSigAlgName().equals(algorithm);
    }

    @Override
    public byte[] sign(PrivateKey key, byte[] content, SecureRandom random) throws SignatureException {
        throw new SignatureException("only counts");
    }

    @Override
    public boolean verify(PublicKey key, byte[] content, byte[] signature) {
        asked.incrementAndGet();
        return verdict.getAsBoolean();
    }
}
