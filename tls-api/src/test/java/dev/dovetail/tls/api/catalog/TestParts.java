package dev.dovetail.tls.api.catalog;

import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.Needs;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.Availability;
import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.api.spi.Mac;
import dev.dovetail.tls.api.spi.StreamCipher;
import dev.dovetail.tls.api.spi.SuiteProvider;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Parts that are found and assembled, but never run. */
final class TestParts {

    private TestParts() {}

    static CipherSuite suite(int code, String name, String cipher, Trait... traits) {
        Needs needs = new Needs(Optional.empty(), cipher, Optional.empty(), "TESTHASH");
        return new CipherSuite(
                code, name, Set.of(ProtocolVersion.TLS_1_2), Authentication.NEGOTIATED, needs, Set.of(traits));
    }

    static SuiteProvider suites(CipherSuite... suites) {
        return () -> List.of(suites);
    }

    /** A cipher that nobody gets to use. */
    interface NeverRun extends StreamCipher {

        @Override
        default String implementation() {
            return "Test";
        }

        @Override
        default int keyLength() {
            return 0;
        }

        @Override
        default Transform encryptor(Secret key) {
            throw new AssertionError("never run");
        }

        @Override
        default Transform decryptor(Secret key) {
            throw new AssertionError("never run");
        }
    }

    record Cipher(String name, String implementation, int priority, Availability availability) implements NeverRun {

        Cipher(String name) {
            this(name, "Test", 0, Availability.available());
        }
    }

    /** Counts how often it is asked whether it works. */
    record Curious(String name, AtomicInteger asked) implements NeverRun {

        @Override
        public Availability availability() {
            asked.incrementAndGet();
            return Availability.available();
        }
    }

    /** Fails when it is asked for its priority. */
    record Unsure(String name) implements NeverRun {

        @Override
        public int priority() {
            throw new IllegalStateException("has no idea");
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
