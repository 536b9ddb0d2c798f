package dev.dovetail.tls.handshake.credential;

import dev.dovetail.tls.api.spi.SignatureScheme;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/** A private key from PKCS#8 (RFC 5958), by whatever provider, or else signature scheme, knows its algorithm. */
final class Pkcs8 {

    private static final byte[] VERSION_0 = {Der.INTEGER, 1, 0};

    private Pkcs8() {}

    /** Whether this is PKCS#8 at all, of whatever algorithm. */
    static boolean hasForm(byte[] der) {
        try {
            Der info = Der.of(der).in(Der.SEQUENCE);
            info.in(Der.INTEGER);
            info.in(Der.SEQUENCE);
            info.in(Der.OCTET_STRING);
            return true;
        } catch (IllegalArgumentException another) {
            return false;
        }
    }

    /**
     * Makes the key.
     *
     * @param der not modified
     * @param schemes asked for what no provider knows
     * @throws IllegalArgumentException if it can't be read; never with bytes of the key
     */
    static PrivateKey key(byte[] der, Collection<? extends SignatureScheme> schemes) {
        Der info = Der.of(der).in(Der.SEQUENCE);
        info.in(Der.INTEGER);
        byte[] algorithm = info.element(Der.SEQUENCE);
        byte[] octets = info.element(Der.OCTET_STRING);
        // Attributes and the public key of version 1 are left out: not all providers take them, and none needs them.
        byte[] plain = Der.element(Der.SEQUENCE, VERSION_0, algorithm, octets);
        Der identifier = Der.of(algorithm).in(Der.SEQUENCE);
        String oid = Der.dotted(identifier.in(Der.OID).rest());
        String curve =
                identifier.tag() == Der.OID ? Der.dotted(identifier.in(Der.OID).rest()) : "";
        try {
            return made(plain, factory(oid), schemes);
        } catch (NoSuchAlgorithmException unknown) {
            throw new IllegalArgumentException(
                    "no provider here knows keys of the algorithm " + oid + ": install one that does", unknown);
        } catch (InvalidKeySpecException unfit) {
            // Without the cause: a provider's message may quote what it could not read.
            throw new IllegalArgumentException("the JDK can't read this " + factory(oid) + " key"
                    + (curve.isEmpty() ? "" : " on the curve " + curve + " (it may not know that curve)"));
        } finally {
            Arrays.fill(octets, (byte) 0);
            Arrays.fill(plain, (byte) 0);
        }
    }

    private static PrivateKey made(byte[] plain, String factory, Collection<? extends SignatureScheme> schemes)
            throws NoSuchAlgorithmException, InvalidKeySpecException {
        try {
            return KeyFactory.getInstance(factory).generatePrivate(new PKCS8EncodedKeySpec(plain));
        } catch (NoSuchAlgorithmException | InvalidKeySpecException unknown) {
            for (SignatureScheme scheme : schemes) {
                Optional<PrivateKey> key = scheme.privateKey(plain);
                if (key.isPresent()) return key.get();
            }
            throw unknown;
        }
    }

    /** The JDK has no factory under the object identifiers of all of these in all its versions; others are asked by it. */
    private static String factory(String oid) {
        return switch (oid) {
            case "1.2.840.113549.1.1.1" -> "RSA";
            case "1.2.840.113549.1.1.10" -> "RSASSA-PSS";
            case "1.2.840.10045.2.1" -> "EC";
            case "1.3.101.112" -> "Ed25519";
            case "1.3.101.113" -> "Ed448";
            case "1.2.840.10040.4.1" -> "DSA";
            default -> oid;
        };
    }
}
