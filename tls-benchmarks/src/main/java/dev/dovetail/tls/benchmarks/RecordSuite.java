package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.BulkCipher;
import dev.dovetail.tls.record.KeyLengths;
import dev.dovetail.tls.record.PaddingPolicy;
import dev.dovetail.tls.record.Protections;
import dev.dovetail.tls.record.ReadProtection;
import dev.dovetail.tls.record.TrafficKeys;
import dev.dovetail.tls.record.WriteProtection;
import java.security.SecureRandom;

/**
 * A suite as the record benchmarks name it: IANA's spelling, with {@code +etm} behind it for encrypt-then-MAC.
 *
 * @param suite the suite with its parts
 * @param encryptThenMac whether RFC 7366 was agreed on
 */
record RecordSuite(UsableSuite suite, boolean encryptThenMac) {

    private static final String ENCRYPT_THEN_MAC = "+etm";

    /** The suite with its cipher from one implementation; its MAC is the default one. */
    static RecordSuite of(String text, String implementation) {
        String name = name(text);
        Catalog catalog = Plugins.having(implementation);
        UsableSuite found = Plugins.usable(catalog, name);
        UsableSuite preferred = Plugins.usable(catalog.prefer(found.cipher().name(), implementation), name);
        Plugins.<BulkCipher>require(preferred.cipher(), implementation);
        return new RecordSuite(preferred, isEncryptThenMac(text));
    }

    static String name(String text) {
        return isEncryptThenMac(text) ? text.substring(0, text.length() - ENCRYPT_THEN_MAC.length()) : text;
    }

    static boolean isEncryptThenMac(String text) {
        return text.endsWith(ENCRYPT_THEN_MAC);
    }

    /** Whether a suite is for TLS 1.3. */
    static boolean of13(String text) {
        return isTls13(Plugins.usable(Plugins.all(), name(text)));
    }

    boolean tls13() {
        return isTls13(suite);
    }

    private static boolean isTls13(UsableSuite suite) {
        return suite.suite().versions().contains(ProtocolVersion.TLS_1_3);
    }

    WriteProtection write() {
        try (TrafficKeys keys = keys()) {
            return tls13()
                    ? Protections.tls13Write(suite, keys, PaddingPolicy.none())
                    : Protections.tls12Write(suite, keys, encryptThenMac, new SecureRandom());
        }
    }

    ReadProtection read() {
        try (TrafficKeys keys = keys()) {
            return tls13() ? Protections.tls13Read(suite, keys) : Protections.tls12Read(suite, keys, encryptThenMac);
        }
    }

    /** The same keys each time, so that writer and reader fit each other. */
    private TrafficKeys keys() {
        KeyLengths lengths = tls13() ? KeyLengths.tls13(suite) : KeyLengths.tls12(suite);
        return new TrafficKeys(secret(lengths.mac()), secret(lengths.key()), secret(lengths.iv()));
    }

    private static Secret secret(int length) {
        return Secret.of(Payload.of(length));
    }
}
