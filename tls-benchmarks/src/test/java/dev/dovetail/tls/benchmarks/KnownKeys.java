package dev.dovetail.tls.benchmarks;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What {@link KeySchedule} is to derive for suites of AES-128-GCM with SHA-256, by the RFCs' formulas and the JDK's HMAC alone:
 * in hexadecimal, in the same order.
 */
final class KnownKeys {

    private static final int HASH = 32;
    private static final int KEY = 16;
    private static final byte[] BYTES = Payload.of(HASH);

    private final Mac mac = Mac.getInstance("HmacSHA256");
    private final List<String> all = new ArrayList<>();

    KnownKeys() throws GeneralSecurityException {}

    /** RFC 8446 7.1, 7.3 and 4.4.4. */
    List<String> tls13() throws GeneralSecurityException {
        byte[] zeros = new byte[HASH];
        byte[] nothing = MessageDigest.getInstance("SHA-256").digest();
        byte[] early = hmac(zeros, zeros);
        byte[] handshake = hmac(label(early, "derived", nothing, HASH), BYTES);
        byte[] master = hmac(label(handshake, "derived", nothing, HASH), zeros);
        byte[] client = label(handshake, "c hs traffic", BYTES, HASH);
        byte[] server = label(handshake, "s hs traffic", BYTES, HASH);
        keys13(client);
        keys13(server);
        add(hmac(label(client, "finished", new byte[0], HASH), BYTES));
        add(hmac(label(server, "finished", new byte[0], HASH), BYTES));
        keys13(label(master, "c ap traffic", BYTES, HASH));
        keys13(label(master, "s ap traffic", BYTES, HASH));
        add(label(master, "exp master", BYTES, HASH));
        add(label(master, "res master", BYTES, HASH));
        return all;
    }

    private void keys13(byte[] traffic) throws GeneralSecurityException {
        add(label(traffic, "key", new byte[0], KEY));
        add(label(traffic, "iv", new byte[0], 12));
    }

    /** RFC 7627 4, RFC 5246 6.3 and 7.4.9. */
    List<String> tls12() throws GeneralSecurityException {
        byte[] master = prf(BYTES, "extended master secret", BYTES, 48);
        byte[] block = prf(master, "key expansion", joined(BYTES, BYTES), 2 * KEY + 2 * 4);
        add(Arrays.copyOfRange(block, 0, 16));
        add(Arrays.copyOfRange(block, 32, 36));
        add(Arrays.copyOfRange(block, 16, 32));
        add(Arrays.copyOfRange(block, 36, 40));
        add(prf(master, "client finished", BYTES, 12));
        add(prf(master, "server finished", BYTES, 12));
        return all;
    }

    private void add(byte[] bytes) {
        all.add(HexFormat.of().formatHex(bytes));
    }

    /** HKDF-Expand-Label, of at most one block. */
    private byte[] label(byte[] secret, String label, byte[] context, int length) throws GeneralSecurityException {
        byte[] name = ("tls13 " + label).getBytes();
        byte[] info = joined(
                new byte[] {0, (byte) length, (byte) name.length}, name, new byte[] {(byte) context.length}, context);
        return Arrays.copyOf(hmac(secret, joined(info, new byte[] {1})), length);
    }

    /** RFC 5246 5. */
    private byte[] prf(byte[] secret, String label, byte[] seed, int length) throws GeneralSecurityException {
        byte[] labelAndSeed = joined(label.getBytes(), seed);
        byte[] result = new byte[0];
        byte[] a = labelAndSeed;
        while (result.length < length) {
            a = hmac(secret, a);
            result = joined(result, hmac(secret, joined(a, labelAndSeed)));
        }
        return Arrays.copyOf(result, length);
    }

    private byte[] hmac(byte[] key, byte[] input) throws GeneralSecurityException {
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(input);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) all.writeBytes(part);
        return all.toByteArray();
    }
}
