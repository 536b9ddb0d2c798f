package dev.dovetail.tls.handshake.credential;

import dev.dovetail.tls.api.spi.SignatureScheme;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.Principal;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SignatureException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * A certificate whose key a signature scheme reads, because the JDK can't and then refuses the whole certificate. The JDK
 * reads all the rest, from a copy in which a key of no known kind stands where the real one was.
 */
final class CertificateWithKey extends X509Certificate {

    private static final long serialVersionUID = 1L;

    private static final int BIT_STRING = 0x03;
    private static final int VERSION = 0xa0;

    /** A key of an algorithm of nobody's, under RFC 5612's number for examples: the JDK keeps such a key as it is. */
    private static final byte[] STAND_IN = Der.element(
            Der.SEQUENCE,
            Der.element(
                    Der.SEQUENCE,
                    Der.element(Der.OID, new byte[] {0x2b, 6, 1, 4, 1, (byte) 0x81, (byte) 0xfd, 0x59, 1})),
            Der.element(BIT_STRING, new byte[] {0, 0}));

    private final byte[] der;
    private final byte[] tbs;
    private final PublicKey key;
    private final X509Certificate rest;
    private final transient List<SignatureScheme> schemes;

    private CertificateWithKey(
            byte[] der, byte[] tbs, PublicKey key, X509Certificate rest, List<SignatureScheme> schemes) {
        this.der = der;
        this.tbs = tbs;
        this.key = key;
        this.rest = rest;
        this.schemes = schemes;
    }

    /** The certificate, if a scheme knows its key and the JDK the rest. */
    static Optional<CertificateWithKey> read(byte[] der, List<SignatureScheme> schemes) {
        try {
            Der outer = Der.of(der).in(Der.SEQUENCE);
            byte[] tbs = outer.element(Der.SEQUENCE);
            byte[] algorithm = outer.element(Der.SEQUENCE);
            byte[] signature = outer.element(BIT_STRING);
            // Nothing behind it, and the lengths as DER has them.
            if (!Arrays.equals(der, Der.element(Der.SEQUENCE, tbs, algorithm, signature))) {
                return Optional.empty();
            }
            Der fields = Der.of(tbs).in(Der.SEQUENCE);
            byte[] before = beforeKey(fields);
            byte[] info = fields.element(Der.SEQUENCE);
            byte[] standIn = Der.element(Der.SEQUENCE, before, STAND_IN, fields.rest());
            for (SignatureScheme scheme : schemes) {
                Optional<PublicKey> key = scheme.publicKey(info.clone());
                if (key.isEmpty()) continue;
                X509Certificate rest =
                        CertificateReader.byTheJdk(Der.element(Der.SEQUENCE, standIn, algorithm, signature));
                return Optional.of(new CertificateWithKey(der.clone(), tbs, key.get(), rest, schemes));
            }
            return Optional.empty();
        } catch (CertificateException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** Version, serial number, signature, issuer, validity, subject (RFC 5280 4.1). */
    private static byte[] beforeKey(Der fields) {
        byte[] version = fields.tag() == VERSION ? fields.element(VERSION) : new byte[0];
        byte[] serial = fields.element(Der.INTEGER);
        byte[][] parts = {version, serial, new byte[0], new byte[0], new byte[0], new byte[0]};
        for (int i = 2; i < parts.length; i++) parts[i] = fields.element(Der.SEQUENCE);
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) joined.writeBytes(part);
        return joined.toByteArray();
    }

    @Override
    public PublicKey getPublicKey() {
        return key;
    }

    @Override
    public byte[] getEncoded() {
        return der.clone();
    }

    @Override
    public byte[] getTBSCertificate() {
        return tbs.clone();
    }

    /** By the schemes that read this certificate. */
    @Override
    public void verify(PublicKey issuer) throws SignatureException {
        if (!CertificateSignatures.verified(this, issuer, schemes)) {
            throw new SignatureException("no signature scheme verifies it with this key");
        }
    }

    /** By the schemes that read this certificate: no provider had a say in that. */
    @Override
    public void verify(PublicKey issuer, @Nullable String provider) throws SignatureException {
        verify(issuer);
    }

    /** By the schemes that read this certificate: no provider had a say in that. */
    @Override
    public void verify(PublicKey issuer, @Nullable Provider provider) throws SignatureException {
        verify(issuer);
    }

    @Override
    public void checkValidity() throws CertificateExpiredException, CertificateNotYetValidException {
        rest.checkValidity();
    }

    @Override
    public void checkValidity(Date date) throws CertificateExpiredException, CertificateNotYetValidException {
        rest.checkValidity(date);
    }

    @Override
    public int getVersion() {
        return rest.getVersion();
    }

    @Override
    public BigInteger getSerialNumber() {
        return rest.getSerialNumber();
    }

    @Override
    @Deprecated
    public Principal getIssuerDN() {
        return rest.getIssuerDN();
    }

    @Override
    public X500Principal getIssuerX500Principal() {
        return rest.getIssuerX500Principal();
    }

    @Override
    @Deprecated
    public Principal getSubjectDN() {
        return rest.getSubjectDN();
    }

    @Override
    public X500Principal getSubjectX500Principal() {
        return rest.getSubjectX500Principal();
    }

    @Override
    public Date getNotBefore() {
        return rest.getNotBefore();
    }

    @Override
    public Date getNotAfter() {
        return rest.getNotAfter();
    }

    @Override
    public byte[] getSignature() {
        return rest.getSignature();
    }

    @Override
    public String getSigAlgName() {
        return rest.getSigAlgName();
    }

    @Override
    public String getSigAlgOID() {
        return rest.getSigAlgOID();
    }

    @Override
    public byte @Nullable [] getSigAlgParams() {
        return rest.getSigAlgParams();
    }

    @Override
    public boolean @Nullable [] getIssuerUniqueID() {
        return rest.getIssuerUniqueID();
    }

    @Override
    public boolean @Nullable [] getSubjectUniqueID() {
        return rest.getSubjectUniqueID();
    }

    @Override
    public boolean @Nullable [] getKeyUsage() {
        return rest.getKeyUsage();
    }

    @Override
    public @Nullable List<String> getExtendedKeyUsage() throws CertificateParsingException {
        return rest.getExtendedKeyUsage();
    }

    @Override
    public int getBasicConstraints() {
        return rest.getBasicConstraints();
    }

    @Override
    public @Nullable Collection<List<?>> getSubjectAlternativeNames() throws CertificateParsingException {
        return rest.getSubjectAlternativeNames();
    }

    @Override
    public @Nullable Collection<List<?>> getIssuerAlternativeNames() throws CertificateParsingException {
        return rest.getIssuerAlternativeNames();
    }

    @Override
    public boolean hasUnsupportedCriticalExtension() {
        return rest.hasUnsupportedCriticalExtension();
    }

    @Override
    public @Nullable Set<String> getCriticalExtensionOIDs() {
        return rest.getCriticalExtensionOIDs();
    }

    @Override
    public @Nullable Set<String> getNonCriticalExtensionOIDs() {
        return rest.getNonCriticalExtensionOIDs();
    }

    @Override
    public byte @Nullable [] getExtensionValue(String oid) {
        return rest.getExtensionValue(oid);
    }

    /** In one line. */
    @Override
    public String toString() {
        return "CertificateWithKey[" + CertificateText.of(this) + "]";
    }
}
