package dev.dovetail.tls.record;

import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.BulkCipher;
import dev.dovetail.tls.api.spi.Mac;
import java.security.SecureRandom;

/** Every kind of protection, keyed alike for both directions. */
enum Shape {
    TLS13_GCM(Suites.tls13(JdkAead.aes128Gcm()), true, false),
    TLS13_CHACHA20(Suites.tls13(JdkAead.chacha20Poly1305()), true, false),
    TLS12_GCM(Suites.tls12(JdkAead.aes128Gcm()), false, false),
    TLS12_CHACHA20(Suites.tls12(JdkAead.chacha20Poly1305()), false, false),
    CBC_SHA1(JdkCbc.aes128(), JdkMac.sha1(), false),
    CBC_SHA256(JdkCbc.aes128(), JdkMac.sha256(), false),
    CBC_SHA384(JdkCbc.aes128(), JdkMac.sha384(), false),
    CBC_3DES_SHA1(JdkCbc.tripleDes(), JdkMac.sha1(), false),
    ETM_SHA1(JdkCbc.aes128(), JdkMac.sha1(), true),
    ETM_SHA256(JdkCbc.aes128(), JdkMac.sha256(), true),
    ETM_3DES_SHA1(JdkCbc.tripleDes(), JdkMac.sha1(), true),
    RC4_SHA1(JdkStream.rc4(), JdkMac.sha1(), false),
    NULL_SHA256(JdkStream.none(), JdkMac.sha256(), false);

    final UsableSuite suite;
    final boolean tls13;
    final boolean encryptThenMac;

    Shape(UsableSuite suite, boolean tls13, boolean encryptThenMac) {
        this.suite = suite;
        this.tls13 = tls13;
        this.encryptThenMac = encryptThenMac;
    }

    Shape(BulkCipher cipher, Mac mac, boolean encryptThenMac) {
        this(Suites.tls12(cipher, mac), false, encryptThenMac);
    }

    KeyLengths lengths() {
        return tls13 ? KeyLengths.tls13(suite) : KeyLengths.tls12(suite);
    }

    ReadProtection read() {
        try (TrafficKeys keys = Suites.keys(lengths())) {
            return tls13 ? Protections.tls13Read(suite, keys) : Protections.tls12Read(suite, keys, encryptThenMac);
        }
    }

    WriteProtection write() {
        return write(PaddingPolicy.none());
    }

    /** The policy is for TLS 1.3. */
    WriteProtection write(PaddingPolicy padding) {
        try (TrafficKeys keys = Suites.keys(lengths())) {
            return tls13
                    ? Protections.tls13Write(suite, keys, padding)
                    : Protections.tls12Write(suite, keys, encryptThenMac, new SecureRandom());
        }
    }

    RecordReader reader() {
        RecordReader reader = new RecordReader();
        reader.install(read());
        return reader;
    }

    RecordWriter writer() {
        RecordWriter writer = new RecordWriter();
        writer.install(write());
        return writer;
    }
}
