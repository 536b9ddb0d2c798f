package dev.dovetail.tls.jsse.algorithm;

import dev.dovetail.tls.api.spi.SignatureScheme;
import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;
import java.security.interfaces.XECKey;
import java.security.spec.ECParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.interfaces.DHKey;
import org.jspecify.annotations.Nullable;

/**
 * By which names algorithms can be meant: in lists of disabled ones the name of a part stands for all that have it. By
 * the rules of the JDK's {@code java.security} file.
 */
final class AlgorithmNames {

    /** Between the parts of a JCA name: SHA256withRSAandMGF1, SHA256withECDSAinP1363Format; but not in "padding". */
    private static final Pattern BETWEEN = Pattern.compile("WITH|AND|(?<!PADD)IN");

    private static final Pattern DASHED_SHA = Pattern.compile("SHA-(\\d.*)");

    private AlgorithmNames() {}

    /** In one form, whatever the case, and whether it is SHA-256 or SHA256. */
    static String name(String name) {
        String upper = name.strip().toUpperCase(Locale.ROOT);
        if (upper.equals("DIFFIEHELLMAN")) return "DH";
        return DASHED_SHA.matcher(upper).replaceFirst("SHA$1");
    }

    /** The name as a whole and each of its parts. */
    static Set<String> parts(String algorithm) {
        Set<String> parts = new LinkedHashSet<>();
        parts.add(name(algorithm));
        for (String part : BETWEEN.split(algorithm.toUpperCase(Locale.ROOT))) {
            parts.add(name(part));
            // SHA512/256 is a SHA-512 too.
            for (String piece : part.split("/")) parts.add(name(piece));
        }
        parts.remove("");
        return parts;
    }

    /** The signature on a certificate; TLS's names too, as far as schemes know it. */
    static Set<String> ofSignature(X509Certificate certificate, Collection<? extends SignatureScheme> schemes) {
        Set<String> names = parts(certificate.getSigAlgName());
        names.add(name(certificate.getSigAlgOID()));
        for (SignatureScheme scheme : schemes) {
            if (!scheme.signed(certificate)) continue;
            names.add(name(scheme.name()));
            // The JCA's name of what the JDK itself does not know.
            scheme.signatureAlgorithm().ifPresent(known -> names.addAll(parts(known)));
        }
        if (names.contains("RSASSA-PSS")) names.addAll(pssHashes(certificate.getSigAlgParams()));
        return names;
    }

    /** The key itself; some providers say of keys on curves that they are for ECDSA. */
    static Set<String> ofKey(Key key) {
        Set<String> names = new LinkedHashSet<>();
        names.add(name(key.getAlgorithm()));
        if (key instanceof ECKey) names.add("EC");
        if (key instanceof DSAKey) names.add("DSA");
        if (key instanceof EdECKey edwards) names.add(name(edwards.getParams().getName()));
        if (key instanceof XECKey named && named.getParams() instanceof NamedParameterSpec curve) {
            names.add(name(curve.getName()));
        }
        return names;
    }

    /** In bits, as the JDK counts them; empty if the key does not tell. */
    static OptionalInt size(Key key) {
        if (key instanceof RSAKey rsa) return OptionalInt.of(rsa.getModulus().bitLength());
        if (key instanceof ECKey ec)
            return OptionalInt.of(ec.getParams().getOrder().bitLength());
        if (key instanceof DSAKey dsa && dsa.getParams() != null) {
            return OptionalInt.of(dsa.getParams().getP().bitLength());
        }
        if (key instanceof DHKey dh) return OptionalInt.of(dh.getParams().getP().bitLength());
        Set<String> names = ofKey(key);
        if (names.contains("ED25519") || names.contains("X25519")) return OptionalInt.of(255);
        if (names.contains("ED448") || names.contains("X448")) return OptionalInt.of(448);
        return OptionalInt.empty();
    }

    /** Whether a key is on this curve, whatever either is called. */
    static boolean on(Key key, ECParameterSpec curve) {
        if (!(key instanceof ECKey ec)) return false;
        ECParameterSpec own = ec.getParams();
        return own.getCurve().getField().equals(curve.getCurve().getField())
                && own.getCurve().getA().equals(curve.getCurve().getA())
                && own.getCurve().getB().equals(curve.getCurve().getB())
                && own.getGenerator().equals(curve.getGenerator())
                && own.getOrder().equals(curve.getOrder());
    }

    /** RFC 4055 3.1: the hashes are parameters, and SHA-1 where none are said. */
    private static Set<String> pssHashes(byte @Nullable [] encoded) {
        Set<String> hashes = new LinkedHashSet<>();
        try {
            PSSParameterSpec pss = PSSParameterSpec.DEFAULT;
            if (encoded != null) {
                AlgorithmParameters parameters = AlgorithmParameters.getInstance("RSASSA-PSS");
                parameters.init(encoded);
                pss = parameters.getParameterSpec(PSSParameterSpec.class);
            }
            hashes.add(name(pss.getDigestAlgorithm()));
            if (pss.getMGFParameters() instanceof MGF1ParameterSpec mask) hashes.add(name(mask.getDigestAlgorithm()));
        } catch (GeneralSecurityException | IOException unreadable) {
            // Nobody has verified it either; then its name is all there is to go by.
            return hashes;
        }
        return hashes;
    }
}
