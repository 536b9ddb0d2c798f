package dev.dovetail.tls.signatures.mldsa;

import dev.dovetail.tls.api.spi.Availability;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Optional;

/** ML-DSA over the JCA. The JDK has it since version 24. */
abstract class JdkMlDsa extends MlDsaScheme {

    JdkMlDsa(MlDsaFacts facts) {
        super(facts);
    }

    @Override
    public final String implementation() {
        return "JDK";
    }

    @Override
    public final Availability availability() {
        try {
            Signature.getInstance(facts.algorithm());
            return Availability.available();
        } catch (NoSuchAlgorithmException e) {
            return Availability.unavailable("the JDK has " + facts.algorithm() + " since version 24, this is "
                    + Runtime.version().feature());
        }
    }

    /** Measured on 25: signs in two thirds of BouncyCastle's time, and verifies in three quarters of it (87: four fifths). */
    @Override
    public final int priority() {
        return 10;
    }

    @Override
    final byte[] sign(PrivateKey key, byte[] info, byte[] content, SecureRandom random)
            throws GeneralSecurityException {
        return signWhereTheKeyIs(readable(key, info), content, random);
    }

    @Override
    final boolean verifyRaw(byte[] key, byte[] content, byte[] signature) {
        byte[] info = MlDsaFacts.joined(facts.publicKeyHeader(), key);
        try {
            Signature verifier = Signature.getInstance(facts.algorithm());
            verifier.initVerify(KeyFactory.getInstance(facts.algorithm()).generatePublic(new X509EncodedKeySpec(info)));
            verifier.update(content);
            return verifier.verify(signature);
        } catch (GeneralSecurityException | RuntimeException e) {
            // Key and signature come from the peer: whatever the JDK dislikes about them is a wrong signature.
            return false;
        }
    }

    @Override
    public final Optional<PrivateKey> privateKey(byte[] info) {
        try {
            return Optional.of(expanded(info));
        } catch (GeneralSecurityException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private PrivateKey readable(PrivateKey key, byte[] info) throws GeneralSecurityException {
        try {
            return (PrivateKey) KeyFactory.getInstance(facts.algorithm()).translateKey(key);
        } catch (InvalidKeyException unknownForm) {
            return expanded(info);
        }
    }

    /** Of three forms (RFC 9881 6) the JDK 25 reads one, the expanded key; BouncyCastle makes it of the others. */
    private PrivateKey expanded(byte[] info) throws GeneralSecurityException {
        byte[] form = {};
        try {
            form = facts.privateKeyInfo(BouncyCastleSigning.of(facts).expanded(info));
            return KeyFactory.getInstance(facts.algorithm()).generatePrivate(new PKCS8EncodedKeySpec(form));
        } catch (LinkageError e) {
            throw new InvalidKeyException("the JDK reads expanded keys only: add org.bouncycastle:bcprov-jdk18on", e);
        } finally {
            Arrays.fill(form, (byte) 0);
        }
    }
}
