package dev.dovetail.tls.suites.legacy;

import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.Availability;
import dev.dovetail.tls.api.spi.SignatureScheme;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAPublicKey;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * DSA over one hash (RFC 5246 7.4.1.4.1), of the JDK. TLS 1.3 has no such scheme, and RFC 9325 has everybody drop it. No
 * provider is named: the JCA takes the first one that accepts the key, so a key in a device is used by the device.
 */
abstract class DsaScheme implements SignatureScheme {

    /** RFC 5246 7.4.4. */
    private static final int DSS_SIGN = 2;

    private final int code;
    private final String name;
    private final int hashBits;
    private final String jcaName;
    private final String certificateOid;

    /** With the number of RFC 5246, the JCA's name, and the algorithm identifier of certificates (RFC 3279, RFC 5758). */
    DsaScheme(int code, String name, int hashBits, String jcaName, String certificateOid) {
        this.code = code;
        this.name = name;
        this.hashBits = hashBits;
        this.jcaName = jcaName;
        this.certificateOid = certificateOid;
    }

    @Override
    public final int code() {
        return code;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String implementation() {
        return "JDK";
    }

    @Override
    public final Availability availability() {
        return SunJce.availability(jcaName, () -> Signature.getInstance(jcaName));
    }

    @Override
    public final Set<ProtocolVersion> versions() {
        return Set.of(ProtocolVersion.TLS_1_2);
    }

    @Override
    public final String authentication() {
        return Authentication.DSS.name();
    }

    @Override
    public final OptionalInt clientCertificateType() {
        return OptionalInt.of(DSS_SIGN);
    }

    @Override
    public final Set<Trait> traits() {
        return Set.of(Trait.LEGACY);
    }

    /** The longest hash first. */
    @Override
    public final int preference() {
        return hashBits / 32;
    }

    @Override
    public final List<String> keyAlgorithms() {
        return List.of("DSA");
    }

    @Override
    public final Optional<String> signatureAlgorithm() {
        return Optional.of(jcaName);
    }

    /** FIPS 186-4 4.2: the hash is at least as long as q; the JDK refuses others too. */
    @Override
    public final boolean fits(PublicKey key, ProtocolVersion version) {
        return key instanceof DSAPublicKey dsa
                && dsa.getParams() != null
                && dsa.getParams().getQ().bitLength() <= hashBits;
    }

    @Override
    public final boolean signed(X509Certificate certificate) {
        return certificateOid.equals(certificate.getSigAlgOID());
    }

    @Override
    public final byte[] sign(PrivateKey key, byte[] content, SecureRandom random) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(jcaName);
        try {
            signature.initSign(key, random);
            signature.update(content);
            return signature.sign();
        } catch (RuntimeException e) {
            // What devices report, ProviderException above all, is not checked.
            throw new SignatureException(jcaName + ": the key can't be used", e);
        }
    }

    @Override
    public final boolean verify(PublicKey key, byte[] content, byte[] bytes) {
        if (!fits(key, ProtocolVersion.TLS_1_2) || !DsaSignatureValue.isOne(bytes, (DSAPublicKey) key)) return false;
        Signature signature = instance();
        try {
            signature.initVerify(key);
            signature.update(content);
            return signature.verify(bytes);
        } catch (GeneralSecurityException | RuntimeException e) {
            // Signature and key come from the peer: whatever a provider dislikes about them is a wrong signature.
            return false;
        }
    }

    /** The name, and whose code it is. */
    @Override
    public final String toString() {
        return name() + " (" + implementation() + ")";
    }

    private Signature instance() {
        try {
            return Signature.getInstance(jcaName);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(jcaName + " was not available: see availability()", e);
        }
    }
}
