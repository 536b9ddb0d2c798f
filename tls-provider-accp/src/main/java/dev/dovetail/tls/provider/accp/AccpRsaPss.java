package dev.dovetail.tls.provider.accp;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Optional;

/** RSASSA-PSS with one hash for the content and for MGF1, and a salt as long as the hash (RFC 8446 4.2.3). */
abstract class AccpRsaPss extends AccpRsa {

    /** id-RSASSA-PSS (RFC 8017 A.2.3). */
    static final String OID = "1.2.840.113549.1.1.10";

    private final String digest;
    private final int digestLength;

    AccpRsaPss(SchemeFacts facts, String digest, int digestLength, String keyAlgorithm) {
        super(
                facts,
                new AccpSignature("RSASSA-PSS", Optional.of(parameters(digest, digestLength)), TakenKeys.RSA),
                keyAlgorithm);
        this.digest = digest;
        this.digestLength = digestLength;
    }

    /** RFC 8017 9.1.1: the encoding, one bit shorter than the modulus, holds hash, salt and two bytes. */
    @Override
    final boolean carries(RSAPublicKey key) {
        int encodedLength = (key.getModulus().bitLength() - 1 + 7) / 8;
        return encodedLength >= 2 * digestLength + 2 && allows(key.getParams());
    }

    /**
     * Both rsa_pss_rsae and rsa_pss_pss leave the same identifier in a certificate: they differ in the issuer's key,
     * which is not at hand here.
     */
    @Override
    public final boolean signed(X509Certificate certificate) {
        if (!super.signed(certificate)) return false;
        byte[] encoded = certificate.getSigAlgParams();
        if (encoded == null) return false;
        try {
            AlgorithmParameters parsed = AlgorithmParameters.getInstance("RSASSA-PSS");
            parsed.init(encoded);
            PSSParameterSpec parameters = parsed.getParameterSpec(PSSParameterSpec.class);
            return sameHashes(parameters) && parameters.getSaltLength() == digestLength;
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    /** RFC 4055 1.2: a key may name its hashes and the shortest salt; without parameters it takes all. */
    private boolean allows(AlgorithmParameterSpec restriction) {
        if (restriction == null) return true;
        return restriction instanceof PSSParameterSpec parameters
                && sameHashes(parameters)
                && parameters.getSaltLength() <= digestLength;
    }

    private boolean sameHashes(PSSParameterSpec parameters) {
        return digest.equals(parameters.getDigestAlgorithm())
                && parameters.getMGFParameters() instanceof MGF1ParameterSpec mask
                && digest.equals(mask.getDigestAlgorithm())
                && parameters.getTrailerField() == PSSParameterSpec.TRAILER_FIELD_BC;
    }

    private static PSSParameterSpec parameters(String digest, int saltLength) {
        return new PSSParameterSpec(
                digest, "MGF1", new MGF1ParameterSpec(digest), saltLength, PSSParameterSpec.TRAILER_FIELD_BC);
    }
}
