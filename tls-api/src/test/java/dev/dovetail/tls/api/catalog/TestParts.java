package dev.dovetail.tls.api.catalog;

import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.Availability;
import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.api.spi.Mac;
import dev.dovetail.tls.api.spi.StreamCipher;
import dev.dovetail.tls.api.spi.SuiteProvider;
import java.util.List;

/** Parts that are found and assembled, but never run. */
final class TestParts {

    private TestParts() {}

    static CipherSuite suite(int code, String name, String cipher, Trait... traits) {
        return CipherSuite.tls13(code, name, cipher, "TESTHASH", traits);
    }

    static SuiteProvider suites(CipherSuite... suites) {
        return () -> List.of(suites);
    }

    record Cipher(String name, String implementation, int priority, Availability availability) implements StreamCipher {

        Cipher(String name) {
            this(name, "Test", 0, Availability.available());
        }

        @Override
        public int keyLength() {
            return 0;
        }

        @Override
        public Transform encryptor(Secret key) {
            throw new AssertionError("never run");
        }

        @Override
        public Transform decryptor(Secret key) {
            throw new AssertionError("never run");
        }
    }

    record TestHash(String name) implements HashAlgorithm {

        TestHash() {
            this("TESTHASH");
        }

        @Override
        public String implementation() {
            return "Test";
        }

        @Override
        public int length() {
            return 32;
        }

        @Override
        public Hash start() {
            throw new AssertionError("never run");
        }

        @Override
        public Mac hmac() {
            throw new AssertionError("never run");
        }
    }
}
