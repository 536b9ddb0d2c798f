package dev.dovetail.tls.certificates;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Optional;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;

/** The algorithms that certificates are signed with; the JDK signs, unless one says otherwise. */
public enum CertificateSignature {
    /** PKCS #1 with SHA-1: no longer to be trusted. */
    RSA_SHA1("SHA1withRSA"),
    /** PKCS #1 with SHA-256. */
    RSA_SHA256("SHA256withRSA"),
    /** PKCS #1 with SHA-384. */
    RSA_SHA384("SHA384withRSA"),
    /** PKCS #1 with SHA-512. */
    RSA_SHA512("SHA512withRSA"),
    /** PSS with SHA-256 and 32 bytes of salt. */
    RSA_PSS_SHA256("SHA256withRSAandMGF1", "SHA-256", 32),
    /** PSS with SHA-384 and 48 bytes of salt. */
    RSA_PSS_SHA384("SHA384withRSAandMGF1", "SHA-384", 48),
    /** PSS with SHA-512 and 64 bytes of salt. */
    RSA_PSS_SHA512("SHA512withRSAandMGF1", "SHA-512", 64),
    /** ECDSA with SHA-1: no longer to be trusted. */
    ECDSA_SHA1("SHA1withECDSA"),
    /** ECDSA with SHA-256, on any curve. */
    ECDSA_SHA256("SHA256withECDSA"),
    /** ECDSA with SHA-384, on any curve. */
    ECDSA_SHA384("SHA384withECDSA"),
    /** ECDSA with SHA-512, on any curve. */
    ECDSA_SHA512("SHA512withECDSA"),
    /** Ed25519. */
    ED25519("Ed25519"),
    /** Ed448. */
    ED448("Ed448"),
    /** SM2 over SM3, with the identifier of GM/T 0009; BouncyCastle signs. */
    SM2_SM3("SM3withSM2"),
    /** DSA with SHA-1: no longer to be trusted. */
    DSA_SHA1("SHA1withDSA"),
    /** DSA with SHA-224. */
    DSA_SHA224("SHA224withDSA"),
    /** DSA with SHA-256. */
    DSA_SHA256("SHA256withDSA"),
    /** DSA with SHA-384. */
    DSA_SHA384("SHA384withDSA"),
    /** DSA with SHA-512. */
    DSA_SHA512("SHA512withDSA"),
    /** ML-DSA-44; BouncyCastle signs. */
    ML_DSA_44("ML-DSA-44"),
    /** ML-DSA-65; BouncyCastle signs. */
    ML_DSA_65("ML-DSA-65"),
    /** ML-DSA-87; BouncyCastle signs. */
    ML_DSA_87("ML-DSA-87");

    private final String identifier;
    private final Optional<PSSParameterSpec> pss;

    CertificateSignature(String identifier) {
        this.identifier = identifier;
        this.pss = Optional.empty();
    }

    CertificateSignature(String identifier, String hash, int saltLength) {
        this.identifier = identifier;
        this.pss = Optional.of(new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), saltLength, 1));
    }

    /**
     * Tells whether keys can make such signatures.
     *
     * @param kind the kind of the signer's key
     * @return true if they can
     */
    public boolean fits(KeyKind kind) {
        return switch (kind) {
            case RSA_2048, RSA_4096 -> name().startsWith("RSA_");
            case RSASSA_PSS_2048 -> pss.isPresent();
            case EC_P256, EC_P384, EC_P521, BRAINPOOL_P256, BRAINPOOL_P384, BRAINPOOL_P512 ->
                name().startsWith("ECDSA_");
            case ED25519 -> this == ED25519;
            case ED448 -> this == ED448;
            case SM2 -> this == SM2_SM3;
            case DSA_1024 -> name().startsWith("DSA_");
            // FIPS 186-4 4.2: the hash has to be as long as q.
            case DSA_2048 -> name().startsWith("DSA_") && this != DSA_SHA1;
            case ML_DSA_44 -> this == ML_DSA_44;
            case ML_DSA_65 -> this == ML_DSA_65;
            case ML_DSA_87 -> this == ML_DSA_87;
        };
    }

    /** The JCA's object for this algorithm and a kind of key, with its parameters. */
    Signature jca(KeyKind kind) throws GeneralSecurityException {
        if (kind.foreign()) return Signature.getInstance(identifier, Foreign.PROVIDER);
        Signature signature = Signature.getInstance(pss.isPresent() ? "RSASSA-PSS" : identifier);
        if (pss.isPresent()) signature.setParameter(pss.get());
        return signature;
    }

    /** A signer over the JDK's own classes where they know the key: BouncyCastle only puts the certificate together. */
    ContentSigner signer(PrivateKey key, KeyKind kind) {
        try {
            Signature signature = jca(kind);
            signature.initSign(key);
            return new Signer(new DefaultSignatureAlgorithmIdentifierFinder().find(identifier), signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("a key of " + key.getAlgorithm() + " can't sign " + this, e);
        }
    }

    private record Signer(AlgorithmIdentifier algorithm, Signature signature, ByteArrayOutputStream content)
            implements ContentSigner {

        Signer(AlgorithmIdentifier algorithm, Signature signature) {
            this(algorithm, signature, new ByteArrayOutputStream());
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return algorithm;
        }

        @Override
        public OutputStream getOutputStream() {
            return content;
        }

        @Override
        public byte[] getSignature() {
            try {
                content.flush();
                signature.update(content.toByteArray());
                return signature.sign();
            } catch (SignatureException | IOException e) {
                throw new IllegalStateException("signing a certificate failed", e);
            }
        }
    }
}
