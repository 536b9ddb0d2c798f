package dev.dovetail.tls.signatures.mldsa;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.SignatureException;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.jcajce.provider.asymmetric.mldsa.MLDSAKeyFactorySpi;

/**
 * BouncyCastle's ML-DSA, apart from the parts that stand for it: this class can't be loaded where BouncyCastle is missing.
 *
 * @param parameters BouncyCastle's name of the parameter set
 */
record BouncyCastleSigning(MLDSAParameters parameters) {

    private static final Map<MlDsaFacts, BouncyCastleSigning> ALL = Map.of(
            MlDsaFacts.MLDSA44, new BouncyCastleSigning(MLDSAParameters.ml_dsa_44),
            MlDsaFacts.MLDSA65, new BouncyCastleSigning(MLDSAParameters.ml_dsa_65),
            MlDsaFacts.MLDSA87, new BouncyCastleSigning(MLDSAParameters.ml_dsa_87));

    static BouncyCastleSigning of(MlDsaFacts facts) {
        return java.util.Objects.requireNonNull(ALL.get(facts));
    }

    /** FIPS 204 3.4: hedged, with fresh randomness for each signature. */
    byte[] sign(byte[] info, byte[] content, SecureRandom random) throws GeneralSecurityException {
        MLDSASigner signer = new MLDSASigner();
        signer.init(true, new ParametersWithRandom(key(info), random));
        signer.update(content, 0, content.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new SignatureException("BouncyCastle can't sign", e);
        }
    }

    boolean verify(byte[] key, byte[] content, byte[] signature) {
        MLDSASigner verifier = new MLDSASigner();
        verifier.init(false, new MLDSAPublicKeyParameters(parameters, key));
        verifier.update(content, 0, content.length);
        return verifier.verifySignature(signature);
    }

    /** The private key as FIPS 204 has it: from a seed, from that key itself, or from both (RFC 9881 6). */
    byte[] expanded(byte[] info) throws InvalidKeyException {
        return key(info).getEncoded();
    }

    Optional<PrivateKey> privateKey(byte[] info) {
        try {
            key(info);
            return Optional.of(new MLDSAKeyFactorySpi.Pure().generatePrivate(PrivateKeyInfo.getInstance(info)));
        } catch (InvalidKeyException | IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private MLDSAPrivateKeyParameters key(byte[] info) throws InvalidKeyException {
        try {
            if (PrivateKeyFactory.createKey(info) instanceof MLDSAPrivateKeyParameters key
                    && key.getParameters().equals(parameters)) {
                return key;
            }
        } catch (IOException | RuntimeException e) {
            throw new InvalidKeyException("not a key of ML-DSA", e);
        }
        throw new InvalidKeyException("not a key of " + parameters.getName());
    }
}
