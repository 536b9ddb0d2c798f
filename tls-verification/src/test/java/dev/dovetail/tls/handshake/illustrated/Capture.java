package dev.dovetail.tls.handshake.illustrated;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.KeyAgreement;

/**
 * A captured connection: its records, its key log, its ephemeral keys.
 *
 * @param folder where it lies
 */
record Capture(String folder) {

    static final Capture TLS_1_2 = new Capture("/illustrated-tls12/");
    static final Capture TLS_1_3 = new Capture("/illustrated-tls13/");

    /** A file of the capture, without its ending: a record with its header, or decrypted content. */
    byte[] file(String name) {
        return bytes("records/" + name + ".bin");
    }

    /** What a record without protection carries. */
    byte[] content(String name) {
        byte[] record = file(name);
        return java.util.Arrays.copyOfRange(record, 5, record.length);
    }

    /** A secret of the key log. */
    byte[] secret(String label) {
        return text("keylog.txt")
                .lines()
                .map(line -> line.split(" "))
                .filter(fields -> fields[0].equals(label))
                .map(fields -> HexFormat.of().parseHex(fields[2]))
                .findFirst()
                .orElseThrow();
    }

    /** The X25519 secret of one side's private key and the other side's share. */
    byte[] shared(String keyFile, byte[] share) {
        byte[] u = new byte[share.length];
        for (int i = 0; i < u.length; i++) u[i] = share[share.length - 1 - i];
        u[0] &= 0x7f;
        try {
            KeyFactory factory = KeyFactory.getInstance("X25519");
            byte[] pkcs8 = Base64.getMimeDecoder().decode(text(keyFile).replaceAll("-----[A-Z ]+-----", ""));
            PrivateKey key = factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            KeyAgreement agreement = KeyAgreement.getInstance("X25519");
            agreement.init(key);
            agreement.doPhase(
                    factory.generatePublic(
                            new XECPublicKeySpec(NamedParameterSpec.X25519, new java.math.BigInteger(1, u))),
                    true);
            return agreement.generateSecret();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private String text(String name) {
        return new String(bytes(name), StandardCharsets.US_ASCII);
    }

    private byte[] bytes(String name) {
        try (InputStream in = Capture.class.getResourceAsStream(folder + name)) {
            if (in == null) throw new AssertionError("no file " + folder + name);
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
