package dev.dovetail.tls.record;

import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.api.spi.BulkCipher;
import dev.dovetail.tls.api.spi.CbcCipher;
import dev.dovetail.tls.api.spi.Mac;
import dev.dovetail.tls.api.spi.StreamCipher;
import java.security.SecureRandom;

/**
 * Makes the protection of records: one kind for each shape of cipher in each version. The keys are copied, so the caller
 * closes them as soon as the protection is made.
 */
public final class Protections {

    /** How much longer than its content a protected record of TLS 1.2 may be (RFC 5246 6.2.3). */
    static final int TLS12_EXPANSION = 2048;

    private Protections() {}

    /**
     * Opens records of TLS 1.3.
     *
     * @param suite a suite with an AEAD
     * @param keys the peer's keys, of the lengths that {@link KeyLengths#tls13} gives
     * @return a protection; its reader closes it
     * @throws IllegalArgumentException if the suite has no AEAD, or a key has another length
     */
    public static ReadProtection tls13Read(UsableSuite suite, TrafficKeys keys) {
        refuseOtherLengths(KeyLengths.tls13(suite), keys);
        return new Tls13Read((AeadCipher) suite.cipher(), keys);
    }

    /**
     * Seals records of TLS 1.3.
     *
     * @param suite a suite with an AEAD
     * @param keys our keys, of the lengths that {@link KeyLengths#tls13} gives
     * @param padding how much padding each record gets
     * @return a protection; its writer closes it
     * @throws IllegalArgumentException if the suite has no AEAD, or a key has another length
     */
    public static WriteProtection tls13Write(UsableSuite suite, TrafficKeys keys, PaddingPolicy padding) {
        refuseOtherLengths(KeyLengths.tls13(suite), keys);
        return new Tls13Write((AeadCipher) suite.cipher(), keys, padding);
    }

    /**
     * Opens records of TLS 1.2.
     *
     * @param suite the suite
     * @param keys the peer's keys, of the lengths that {@link KeyLengths#tls12} gives
     * @param encryptThenMac whether RFC 7366 was agreed on, which is for CBC only
     * @return a protection; its reader closes it
     * @throws IllegalArgumentException if a key has another length, the suite lacks a MAC that its cipher needs, or
     *     encrypt-then-MAC does not fit the cipher
     */
    public static ReadProtection tls12Read(UsableSuite suite, TrafficKeys keys, boolean encryptThenMac) {
        refuseOtherLengths(KeyLengths.tls12(suite), keys);
        BulkCipher cipher = suite.cipher();
        refuseEncryptThenMac(cipher, encryptThenMac);
        if (cipher instanceof AeadCipher aead) return new Tls12AeadRead(aead, keys);
        Mac mac = mac(suite);
        if (cipher instanceof StreamCipher stream) return new Tls12StreamRead(stream, mac, keys);
        CbcCipher cbc = (CbcCipher) cipher;
        return encryptThenMac ? new Tls12EtmRead(cbc, mac, keys) : new Tls12CbcRead(cbc, mac, keys);
    }

    /**
     * Seals records of TLS 1.2.
     *
     * @param suite the suite
     * @param keys our keys, of the lengths that {@link KeyLengths#tls12} gives
     * @param encryptThenMac whether RFC 7366 was agreed on, which is for CBC only
     * @param random where the IVs of CBC records come from
     * @return a protection; its writer closes it
     * @throws IllegalArgumentException if a key has another length, the suite lacks a MAC that its cipher needs, or
     *     encrypt-then-MAC does not fit the cipher
     */
    public static WriteProtection tls12Write(
            UsableSuite suite, TrafficKeys keys, boolean encryptThenMac, SecureRandom random) {
        refuseOtherLengths(KeyLengths.tls12(suite), keys);
        BulkCipher cipher = suite.cipher();
        refuseEncryptThenMac(cipher, encryptThenMac);
        if (cipher instanceof AeadCipher aead) return new Tls12AeadWrite(aead, keys);
        Mac mac = mac(suite);
        if (cipher instanceof StreamCipher stream) return new Tls12StreamWrite(stream, mac, keys);
        CbcCipher cbc = (CbcCipher) cipher;
        return encryptThenMac ? new Tls12EtmWrite(cbc, mac, keys, random) : new Tls12CbcWrite(cbc, mac, keys, random);
    }

    /**
     * Reads records of the time before there are keys.
     *
     * @return a protection that protects nothing
     */
    public static ReadProtection plaintextRead() {
        return new PlaintextRead();
    }

    /**
     * Writes records of the time before there are keys.
     *
     * @return a protection that protects nothing
     */
    public static WriteProtection plaintextWrite() {
        return new PlaintextWrite();
    }

    private static Mac mac(UsableSuite suite) {
        return suite.mac().orElseThrow(() -> new IllegalArgumentException(suite + " has neither an AEAD nor a MAC"));
    }

    private static void refuseEncryptThenMac(BulkCipher cipher, boolean encryptThenMac) {
        if (encryptThenMac && !(cipher instanceof CbcCipher)) {
            throw new IllegalArgumentException("encrypt-then-MAC is for CBC, not for " + cipher.name());
        }
    }

    private static void refuseOtherLengths(KeyLengths wanted, TrafficKeys keys) {
        KeyLengths given = new KeyLengths(
                keys.macKey().length(), keys.key().length(), keys.iv().length());
        if (!given.equals(wanted)) throw new IllegalArgumentException("keys of " + given + " instead of " + wanted);
    }
}
