package dev.dovetail.tls.handshake.credential;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.List;
import java.util.Optional;

/** Whether a private key belongs to the first certificate of a chain. */
final class KeyMatch {

    private KeyMatch() {}

    static void require(List<X509Certificate> chain, PrivateKey key) {
        X509Certificate leaf = chain.get(0);
        if (fits(leaf.getPublicKey(), key)) return;
        for (int i = 1; i < chain.size(); i++) {
            if (belongs(chain.get(i).getPublicKey(), key).orElse(false)) {
                throw new IllegalArgumentException("the key belongs to certificate " + (i + 1) + " of the chain ("
                        + CertificateText.subject(chain.get(i)) + "): that one has to come first");
            }
        }
        throw new IllegalArgumentException("the " + key.getAlgorithm()
                + " key does not belong to the first certificate (" + CertificateText.of(leaf)
                + "): give the key that it was issued for, or put the key's own certificate first");
    }

    private static boolean fits(PublicKey leaf, PrivateKey key) {
        // A kind that we don't know is a provider's affair: it may name its keys as it likes.
        Optional<String> wanted = kind(leaf.getAlgorithm());
        Optional<String> found = kind(key.getAlgorithm());
        if (wanted.isPresent() != found.isPresent()) return false;
        if (!wanted.equals(found)) return false;
        return belongs(leaf, key).orElse(true);
    }

    /** Empty where it can't be found out: the key is in an HSM, or no provider here signs with it. */
    private static Optional<Boolean> belongs(PublicKey certified, PrivateKey key) {
        if (certified instanceof RSAKey open && key instanceof RSAKey secret) {
            return Optional.of(open.getModulus().equals(secret.getModulus()));
        }
        if (certified instanceof ECKey open && key instanceof ECKey secret && !sameCurve(open, secret)) {
            return Optional.of(false);
        }
        Optional<String> kind = kind(key.getAlgorithm());
        if (kind.isEmpty() || !kind.equals(kind(certified.getAlgorithm()))) return Optional.empty();
        // A key that does not show itself may ask for a PIN or a walk over the network.
        if (key.getFormat() == null) return Optional.empty();
        return signs(certified, key, kind.get());
    }

    private static boolean sameCurve(ECKey one, ECKey other) {
        // A provider may leave its parameters open: then the signature tells.
        if (one.getParams() == null || other.getParams() == null) return true;
        return one.getParams().getCurve().equals(other.getParams().getCurve())
                && one.getParams().getGenerator().equals(other.getParams().getGenerator());
    }

    private static Optional<Boolean> signs(PublicKey certified, PrivateKey key, String kind) {
        String algorithm = switch (kind) {
            case "EC" -> "SHA256withECDSA";
            case "EdDSA" -> "EdDSA";
            default -> "";
        };
        if (algorithm.isEmpty()) return Optional.empty();
        byte[] probe = "Does this key belong to this certificate?".getBytes(StandardCharsets.US_ASCII);
        byte[] signature;
        try {
            Signature signer = Signature.getInstance(algorithm);
            signer.initSign(key);
            signer.update(probe);
            signature = signer.sign();
        } catch (GeneralSecurityException notHere) {
            return Optional.empty();
        }
        try {
            Signature verifier = Signature.getInstance(algorithm);
            verifier.initVerify(certified);
            verifier.update(probe);
            return Optional.of(verifier.verify(signature));
        } catch (SignatureException wrongLength) {
            // A signature of another curve's length is another key's.
            return Optional.of(false);
        } catch (GeneralSecurityException notHere) {
            return Optional.empty();
        }
    }

    private static Optional<String> kind(String algorithm) {
        return switch (algorithm) {
            case "RSA", "RSASSA-PSS", "DSA" -> Optional.of(algorithm);
            case "EC", "ECDSA" -> Optional.of("EC");
            case "EdDSA", "Ed25519", "Ed448" -> Optional.of("EdDSA");
            default -> Optional.empty();
        };
    }
}
