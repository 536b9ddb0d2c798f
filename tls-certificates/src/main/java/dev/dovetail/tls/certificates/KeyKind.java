package dev.dovetail.tls.certificates;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.teletrust.TeleTrusTObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.jcajce.spec.MLDSAParameterSpec;

/** The kinds of keys that certificates can have; the JDK makes them, unless a kind says otherwise. */
public enum KeyKind {
    /** RSA with 2048 bits, for PKCS #1 and PSS signatures and for decryption. */
    RSA_2048("RSA", rsa(2048), CertificateSignature.RSA_SHA256),
    /** RSA with 4096 bits. */
    RSA_4096("RSA", rsa(4096), CertificateSignature.RSA_SHA256),
    /** RSA with 2048 bits whose identifier is id-RSASSA-PSS: for PSS signatures only (RFC 4055 1.2). */
    RSASSA_PSS_2048("RSASSA-PSS", rsa(2048), CertificateSignature.RSA_PSS_SHA256),
    /** The curve secp256r1. */
    EC_P256("EC", new ECGenParameterSpec("secp256r1"), CertificateSignature.ECDSA_SHA256),
    /** The curve secp384r1. */
    EC_P384("EC", new ECGenParameterSpec("secp384r1"), CertificateSignature.ECDSA_SHA384),
    /** The curve secp521r1. */
    EC_P521("EC", new ECGenParameterSpec("secp521r1"), CertificateSignature.ECDSA_SHA512),
    /** Ed25519 (RFC 8410). */
    ED25519("Ed25519", NamedParameterSpec.ED25519, CertificateSignature.ED25519),
    /** Ed448 (RFC 8410). */
    ED448("Ed448", NamedParameterSpec.ED448, CertificateSignature.ED448),
    /** DSA with 1024 bits, for old devices only: it is the one that SHA-1 is enough for. */
    DSA_1024("DSA", 1024, CertificateSignature.DSA_SHA256),
    /** DSA with 2048 bits. */
    DSA_2048("DSA", 2048, CertificateSignature.DSA_SHA256),
    /** The curve sm2p256v1 (GB/T 32918.5); BouncyCastle's. */
    SM2("EC", new ECGenParameterSpec("sm2p256v1"), CertificateSignature.SM2_SM3, true),
    /** The curve brainpoolP256r1 (RFC 5639); BouncyCastle's. */
    BRAINPOOL_P256("EC", new ECGenParameterSpec("brainpoolP256r1"), CertificateSignature.ECDSA_SHA256, true),
    /** The curve brainpoolP384r1 (RFC 5639); BouncyCastle's. */
    BRAINPOOL_P384("EC", new ECGenParameterSpec("brainpoolP384r1"), CertificateSignature.ECDSA_SHA384, true),
    /** The curve brainpoolP512r1 (RFC 5639); BouncyCastle's. */
    BRAINPOOL_P512("EC", new ECGenParameterSpec("brainpoolP512r1"), CertificateSignature.ECDSA_SHA512, true),
    /** ML-DSA-44 (RFC 9881); BouncyCastle's, since not every JDK has it. */
    ML_DSA_44("ML-DSA-44", MLDSAParameterSpec.ml_dsa_44, CertificateSignature.ML_DSA_44, true),
    /** ML-DSA-65 (RFC 9881); BouncyCastle's, since not every JDK has it. */
    ML_DSA_65("ML-DSA-65", MLDSAParameterSpec.ml_dsa_65, CertificateSignature.ML_DSA_65, true),
    /** ML-DSA-87 (RFC 9881); BouncyCastle's, since not every JDK has it. */
    ML_DSA_87("ML-DSA-87", MLDSAParameterSpec.ml_dsa_87, CertificateSignature.ML_DSA_87, true);

    private static final Map<ASN1ObjectIdentifier, KeyKind> BY_ALGORITHM = Map.of(
            PKCSObjectIdentifiers.id_RSASSA_PSS, RSASSA_PSS_2048,
            EdECObjectIdentifiers.id_Ed25519, ED25519,
            EdECObjectIdentifiers.id_Ed448, ED448,
            NISTObjectIdentifiers.id_ml_dsa_44, ML_DSA_44,
            NISTObjectIdentifiers.id_ml_dsa_65, ML_DSA_65,
            NISTObjectIdentifiers.id_ml_dsa_87, ML_DSA_87);
    private static final Map<ASN1Primitive, KeyKind> BY_CURVE = Map.of(
            SECObjectIdentifiers.secp256r1, EC_P256,
            SECObjectIdentifiers.secp384r1, EC_P384,
            SECObjectIdentifiers.secp521r1, EC_P521,
            GMObjectIdentifiers.sm2p256v1, SM2,
            TeleTrusTObjectIdentifiers.brainpoolP256r1, BRAINPOOL_P256,
            TeleTrusTObjectIdentifiers.brainpoolP384r1, BRAINPOOL_P384,
            TeleTrusTObjectIdentifiers.brainpoolP512r1, BRAINPOOL_P512);

    private final String generator;
    private final Optional<AlgorithmParameterSpec> parameters;
    private final int bits;
    private final CertificateSignature usualSignature;
    private final boolean foreign;

    KeyKind(String generator, AlgorithmParameterSpec parameters, CertificateSignature usualSignature) {
        this(generator, parameters, usualSignature, false);
    }

    KeyKind(String generator, AlgorithmParameterSpec parameters, CertificateSignature usualSignature, boolean foreign) {
        this.generator = generator;
        this.parameters = Optional.of(parameters);
        this.bits = 0;
        this.usualSignature = usualSignature;
        this.foreign = foreign;
    }

    /** Where the number of bits says all, and the JDK has parameters of its own for it. */
    KeyKind(String generator, int bits, CertificateSignature usualSignature) {
        this.generator = generator;
        this.parameters = Optional.empty();
        this.bits = bits;
        this.usualSignature = usualSignature;
        this.foreign = false;
    }

    /**
     * The kind of a key, whichever provider made it: its encoding tells.
     *
     * @param key a public key
     * @return its kind; where only the number of bits differs, the one that comes nearest
     * @throws IllegalArgumentException if it is of no kind that is listed here
     */
    public static KeyKind of(PublicKey key) {
        SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(key.getEncoded());
        ASN1ObjectIdentifier algorithm = info.getAlgorithm().getAlgorithm();
        if (algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return key.getEncoded().length > 400 ? RSA_4096 : RSA_2048;
        }
        if (algorithm.equals(X9ObjectIdentifiers.id_dsa)) return key.getEncoded().length > 600 ? DSA_2048 : DSA_1024;
        KeyKind kind = algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey)
                ? BY_CURVE.get(info.getAlgorithm().getParameters().toASN1Primitive())
                : BY_ALGORITHM.get(algorithm);
        if (kind == null) throw new IllegalArgumentException("no kind of key is known for " + algorithm);
        return kind;
    }

    /**
     * Makes a fresh key pair. RSA may take a second.
     *
     * @return keys of the JDK's own classes, or of a provider that stands before them; BouncyCastle's where the kind says so
     */
    public KeyPair generate() {
        try {
            KeyPairGenerator keys = foreign
                    ? KeyPairGenerator.getInstance(generator, Foreign.PROVIDER)
                    : KeyPairGenerator.getInstance(generator);
            if (parameters.isPresent()) keys.initialize(parameters.get());
            else keys.initialize(bits);
            return keys.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK can't make keys of the kind " + this, e);
        }
    }

    /**
     * Whether the JDK, or some release of it, does not know such keys: BouncyCastle makes them, signs with them, and reads
     * their certificates.
     *
     * @return true if so
     */
    public boolean foreign() {
        return foreign;
    }

    /**
     * How an authority with such a key signs unless it is told otherwise.
     *
     * @return the algorithm
     */
    public CertificateSignature usualSignature() {
        return usualSignature;
    }

    /**
     * What a certificate with such a key usually allows.
     *
     * @return digitalSignature, and keyEncipherment where the key can decrypt
     */
    public Set<KeyUse> usualUses() {
        return generator.equals("RSA")
                ? Set.of(KeyUse.DIGITAL_SIGNATURE, KeyUse.KEY_ENCIPHERMENT)
                : Set.of(KeyUse.DIGITAL_SIGNATURE);
    }

    private static AlgorithmParameterSpec rsa(int bits) {
        return new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4);
    }
}
