package dev.dovetail.tls.certificates;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509ExtensionUtils;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;

/**
 * A certificate before it is signed (RFC 5280 4).
 *
 * @param request what it is to be like
 * @param key what is certified
 * @param authority whether it may issue others
 */
record CertificateForm(Request request, PublicKey key, boolean authority) {

    private static final int SERIAL_BITS = 127;

    X509Certificate signed(PrivateKey own) {
        return signed(own, subject(), key);
    }

    X509Certificate signed(PrivateKey issuersKey, X509Certificate issuer) {
        X500Name name = X500Name.getInstance(issuer.getSubjectX500Principal().getEncoded());
        return signed(issuersKey, name, issuer.getPublicKey());
    }

    private X509Certificate signed(PrivateKey issuersKey, X500Name issuer, PublicKey issuersPublicKey) {
        KeyKind issuersKind = KeyKind.of(issuersPublicKey);
        X509v3CertificateBuilder form = new X509v3CertificateBuilder(
                issuer,
                new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(0),
                Date.from(request.validity().from()),
                Date.from(request.validity().until()),
                subject(),
                SubjectPublicKeyInfo.getInstance(key.getEncoded()));
        try {
            addExtensions(form, issuersPublicKey);
            CertificateSignature signature = request.signature().orElse(issuersKind.usualSignature());
            byte[] der = form.build(signature.signer(issuersKey, issuersKind)).getEncoded();
            return Foreign.certificate(request.kind(), der);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a certificate for " + request.names() + " can't be made", e);
        }
    }

    private void addExtensions(X509v3CertificateBuilder form, PublicKey issuersKey)
            throws GeneralSecurityException, IOException {
        X509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
        SubjectPublicKeyInfo issuer = SubjectPublicKeyInfo.getInstance(issuersKey.getEncoded());
        SubjectPublicKeyInfo subject = SubjectPublicKeyInfo.getInstance(key.getEncoded());
        form.addExtension(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(subject));
        form.addExtension(Extension.authorityKeyIdentifier, false, identifiers.createAuthorityKeyIdentifier(issuer));
        form.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        Set<KeyUse> uses = request.keyUses().orElseGet(request.kind()::usualUses);
        if (!uses.isEmpty()) {
            int bits = uses.stream().mapToInt(KeyUse::bit).sum();
            form.addExtension(Extension.keyUsage, true, new KeyUsage(bits));
        }
        if (!request.purposes().isEmpty()) {
            KeyPurposeId[] ids = request.purposes().stream().map(Purpose::id).toArray(KeyPurposeId[]::new);
            form.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(ids));
        }
        List<GeneralName> names = alternativeNames();
        if (!names.isEmpty()) {
            GeneralNames all = new GeneralNames(names.toArray(GeneralName[]::new));
            form.addExtension(Extension.subjectAlternativeName, false, all);
        }
    }

    private X500Name subject() {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, request.names().commonName())
                .build();
    }

    private List<GeneralName> alternativeNames() {
        List<GeneralName> names = new ArrayList<>();
        for (String dns : request.names().dns()) names.add(new GeneralName(GeneralName.dNSName, dns));
        for (String address : request.names().addresses()) names.add(new GeneralName(GeneralName.iPAddress, address));
        return names;
    }
}
