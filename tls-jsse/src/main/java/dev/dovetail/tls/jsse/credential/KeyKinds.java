package dev.dovetail.tls.jsse.credential;

import dev.dovetail.tls.handshake.credential.Credential;
import java.util.Locale;

/** Whether a credential is of a kind that a key manager is asked for: providers name their keys differently. */
final class KeyKinds {

    private KeyKinds() {}

    /**
     * Tells whether a credential's key is of a kind.
     *
     * @param keyType a name of the JCA's, as {@code EC}; perhaps with the kind of key that signed the certificate
     *     behind it, as in {@code EC_RSA}
     */
    static boolean fits(Credential credential, String keyType) {
        int bar = keyType.indexOf('_');
        String kind = bar < 0 ? keyType : keyType.substring(0, bar);
        return isOf(credential.publicKey().getAlgorithm(), kind)
                && (bar < 0 || signedWith(credential, keyType.substring(bar + 1)));
    }

    private static boolean isOf(String algorithm, String kind) {
        return algorithm.equalsIgnoreCase(kind) || family(algorithm).equalsIgnoreCase(kind);
    }

    /** What handshakes call all keys of a family, some of which say more than that, or use another word. */
    private static String family(String algorithm) {
        String upper = algorithm.toUpperCase(Locale.ROOT);
        if (upper.equals("ECDSA")) return "EC";
        if (upper.equals("ED25519") || upper.equals("ED448")) return "EdDSA";
        return upper.startsWith("ML-DSA") ? "ML-DSA" : algorithm;
    }

    private static boolean signedWith(Credential credential, String kind) {
        if (credential.chain().size() > 1) {
            return isOf(credential.chain().get(1).getPublicKey().getAlgorithm(), kind);
        }
        return credential.leaf().getSigAlgName().toUpperCase(Locale.ROOT).contains("WITH" + kind);
    }
}
