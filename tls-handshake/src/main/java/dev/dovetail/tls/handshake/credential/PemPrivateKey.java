package dev.dovetail.tls.handshake.credential;

import dev.dovetail.tls.api.spi.SignatureScheme;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one private key in PEM text, in any of the forms that it is found in; other blocks are left alone. */
final class PemPrivateKey {

    private static final byte[] VERSION_0 = {Der.INTEGER, 1, 0};

    /** AlgorithmIdentifier of rsaEncryption (RFC 8017 A.1). */
    private static final byte[] RSA_ENCRYPTION = {
        Der.SEQUENCE, 13, Der.OID, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 1, 1, Der.NULL, 0
    };

    /** The object identifier id-ecPublicKey (RFC 5480 2.1.1). */
    private static final byte[] EC_PUBLIC_KEY = {Der.OID, 7, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 2, 1};

    /** Context tag 0 of ECPrivateKey: its curve (RFC 5915 3). */
    private static final int CURVE = 0xa0;

    private PemPrivateKey() {}

    /**
     * Reads the key.
     *
     * @throws IllegalArgumentException if there is none, more than one, or it can't be read; never with bytes of a key
     */
    static PrivateKey read(
            byte[] text, String source, char @Nullable [] password, Collection<? extends SignatureScheme> schemes) {
        List<PemBlock> blocks = PemReader.read(text, source);
        try {
            List<PemBlock> keys = blocks.stream()
                    .filter(block -> block.label().endsWith("PRIVATE KEY"))
                    .toList();
            if (keys.size() != 1) {
                throw new IllegalArgumentException((keys.isEmpty()
                                ? "wanted a PRIVATE KEY, RSA PRIVATE KEY, EC PRIVATE KEY or ENCRYPTED PRIVATE KEY block"
                                : "wanted one private key")
                        + ", found " + PemCertificates.found(blocks));
            }
            return key(keys.get(0), blocks, password, schemes);
        } catch (IllegalArgumentException malformed) {
            String message = String.valueOf(malformed.getMessage());
            throw message.startsWith(source)
                    ? malformed
                    : new IllegalArgumentException(source + ": " + message, malformed);
        } finally {
            blocks.forEach(PemBlock::wipe);
        }
    }

    private static PrivateKey key(
            PemBlock block,
            List<PemBlock> blocks,
            char @Nullable [] password,
            Collection<? extends SignatureScheme> schemes) {
        if (block.encrypted()) {
            throw new IllegalArgumentException("the " + block.label() + " is encrypted the old OpenSSL way (Proc-Type:"
                    + " 4,ENCRYPTED), which derives its key with one round of MD5: convert it with openssl pkcs8 -topk8"
                    + " -v2 aes-256-cbc");
        }
        return switch (block.label()) {
            case "PRIVATE KEY" -> Pkcs8.key(block.content(), schemes);
            case "RSA PRIVATE KEY" -> wrapped(RSA_ENCRYPTION, block.content(), schemes);
            case "EC PRIVATE KEY" -> sec1(block.content(), blocks, schemes);
            case "ENCRYPTED PRIVATE KEY" -> EncryptedPkcs8.key(block.content(), password, schemes);
            default ->
                throw new IllegalArgumentException("found " + block.label()
                        + ", which is of no use to TLS or unknown here: convert it with openssl pkcs8 -topk8 -nocrypt");
        };
    }

    /** SEC 1 says in the key which curve it is on, or an EC PARAMETERS block does. */
    private static PrivateKey sec1(
            byte[] content, List<PemBlock> blocks, Collection<? extends SignatureScheme> schemes) {
        byte[] curve = curve(content)
                .or(() -> blocks.stream()
                        .filter(block -> block.label().equals("EC PARAMETERS"))
                        .findFirst()
                        .map(block -> named(Der.of(block.content()))))
                .orElseThrow(
                        () -> new IllegalArgumentException("the EC PRIVATE KEY does not say which curve it is on, and"
                                + " there is no EC PARAMETERS block: convert it with openssl pkcs8 -topk8 -nocrypt"));
        return wrapped(Der.element(Der.SEQUENCE, EC_PUBLIC_KEY, curve), content, schemes);
    }

    private static Optional<byte[]> curve(byte[] content) {
        Der key = Der.of(content).in(Der.SEQUENCE);
        key.in(Der.INTEGER);
        key.in(Der.OCTET_STRING);
        return key.tag() == CURVE ? Optional.of(named(key.in(CURVE))) : Optional.empty();
    }

    private static byte[] named(Der parameters) {
        if (parameters.tag() != Der.OID) {
            throw new IllegalArgumentException(
                    "the curve is spelled out instead of named, which TLS has no use for: convert"
                            + " it with openssl ec -param_enc named_curve");
        }
        return parameters.element(Der.OID);
    }

    private static PrivateKey wrapped(byte[] algorithm, byte[] content, Collection<? extends SignatureScheme> schemes) {
        byte[] octets = Der.element(Der.OCTET_STRING, content);
        byte[] pkcs8 = Der.element(Der.SEQUENCE, VERSION_0, algorithm, octets);
        try {
            return Pkcs8.key(pkcs8, schemes);
        } finally {
            Arrays.fill(octets, (byte) 0);
            Arrays.fill(pkcs8, (byte) 0);
        }
    }
}
