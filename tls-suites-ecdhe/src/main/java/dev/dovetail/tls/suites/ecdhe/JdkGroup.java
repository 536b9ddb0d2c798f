package dev.dovetail.tls.suites.ecdhe;

import dev.dovetail.tls.api.spi.Availability;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.KeyAgreement;

/** A group over the JCA: slower than BouncyCastle, but always there. */
abstract class JdkGroup extends EllipticCurveGroup {

    private final String keyAlgorithm;
    private final AlgorithmParameterSpec curve;

    /** The JCA's name of the agreement. */
    final String agreement;

    JdkGroup(GroupFacts facts, String keyAlgorithm, String agreement, AlgorithmParameterSpec curve) {
        super(facts);
        this.keyAlgorithm = keyAlgorithm;
        this.agreement = agreement;
        this.curve = curve;
    }

    /** The pair with its share. */
    abstract Initiator pair(KeyPair pair);

    @Override
    public final String implementation() {
        return "JDK";
    }

    @Override
    public final Availability availability() {
        try {
            KeyPairGenerator.getInstance(keyAlgorithm).initialize(curve);
            KeyAgreement.getInstance(agreement);
            return Availability.available();
        } catch (GeneralSecurityException e) {
            return Availability.unavailable("no JCA provider has " + name() + ": is jdk.crypto.ec missing?");
        }
    }

    @Override
    public final Initiator generate(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(keyAlgorithm);
            generator.initialize(curve, random);
            return pair(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(name() + " was not available: see availability()", e);
        }
    }
}
