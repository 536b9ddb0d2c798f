package dev.dovetail.tls.record;

import static dev.dovetail.tls.api.Fault.INTERNAL;
import static dev.dovetail.tls.api.Fault.RECORD_NOT_AUTHENTIC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.api.spi.BulkCipher;
import dev.dovetail.tls.api.spi.CbcCipher;
import dev.dovetail.tls.api.spi.Mac;
import dev.dovetail.tls.api.spi.StreamCipher;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys live as long as they are needed, and not longer. */
class CloseTest {

    private final AtomicInteger live = new AtomicInteger();

    @ParameterizedTest
    @EnumSource
    void forgetsTheKeysOnClose(Shape shape) {
        RecordReader reader = new RecordReader();
        RecordWriter writer = new RecordWriter();
        reader.install(read(shape));
        writer.install(write(shape));
        assertThat(live).hasPositiveValue();
        reader.close();
        writer.close();
        assertThat(live).hasValue(0);
    }

    @ParameterizedTest
    @EnumSource
    void forgetsTheKeysWhenOthersCome(Shape shape) {
        RecordReader reader = new RecordReader();
        RecordWriter writer = new RecordWriter();
        reader.install(read(shape));
        writer.install(write(shape));
        reader.install(Protections.plaintextRead());
        writer.install(Protections.plaintextWrite());
        assertThat(live).hasValue(0);
    }

    @ParameterizedTest
    @EnumSource
    void forgetsTheKeysAfterAFault(Shape shape) {
        RecordReader reader = new RecordReader();
        reader.install(read(shape));
        Wire.refused(RECORD_NOT_AUTHENTIC, () -> Wire.open(reader, Wire.record(23, 0x0303, new byte[80])));
        assertThat(live).hasValue(0);
    }

    @ParameterizedTest
    @EnumSource
    void closesKeysThatComeAfterTheEnd(Shape shape) {
        RecordReader reader = new RecordReader();
        RecordWriter writer = new RecordWriter();
        reader.close();
        writer.close();
        Wire.refused(INTERNAL, () -> reader.install(read(shape)));
        Wire.refused(INTERNAL, () -> writer.install(write(shape)));
        assertThat(live).hasValue(0);
    }

    @ParameterizedTest
    @EnumSource
    void needsTheGivenKeysNoLongerThanToBeMade(Shape shape) {
        // Shape closes them before these are used.
        try (RecordReader reader = shape.reader();
                RecordWriter writer = shape.writer()) {
            assertThat(Wire.open(reader, Wire.seal(writer, 23, new byte[5]))).hasSize(5);
        }
    }

    @Test
    void wipesTheFixedPartOfTheNonce() {
        Nonce nonce = new Nonce(Suites.secret(12, 1), 12);
        assertThat(nonce.xor(0)).isEqualTo(Suites.pattern(12, 1));
        nonce.close();
        assertThat(nonce.xor(0)).containsOnly(0);
    }

    private ReadProtection read(Shape shape) {
        UsableSuite suite = watched(shape.suite);
        try (TrafficKeys keys = Suites.keys(shape.lengths())) {
            return shape.tls13
                    ? Protections.tls13Read(suite, keys)
                    : Protections.tls12Read(suite, keys, shape.encryptThenMac);
        }
    }

    private WriteProtection write(Shape shape) {
        UsableSuite suite = watched(shape.suite);
        try (TrafficKeys keys = Suites.keys(shape.lengths())) {
            return shape.tls13
                    ? Protections.tls13Write(suite, keys, PaddingPolicy.none())
                    : Protections.tls12Write(suite, keys, shape.encryptThenMac, new SecureRandom());
        }
    }

    private UsableSuite watched(UsableSuite suite) {
        BulkCipher cipher = suite.cipher();
        if (cipher instanceof AeadCipher) cipher = watched(AeadCipher.class, cipher);
        if (cipher instanceof CbcCipher) cipher = watched(CbcCipher.class, cipher);
        if (cipher instanceof StreamCipher) cipher = watched(StreamCipher.class, cipher);
        return new UsableSuite(
                suite.suite(),
                suite.keyExchange(),
                cipher,
                suite.mac().map(mac -> watched(Mac.class, mac)),
                suite.hash());
    }

    /** Counts what the part makes and nobody closed; closing twice would bring the count below. */
    private <T> T watched(Class<T> type, Object part) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    try {
                        Object made = method.invoke(part, given);
                        if (!(made instanceof AutoCloseable)) {
                            if (method.getName().equals("close")) live.decrementAndGet();
                            return made;
                        }
                        live.incrementAndGet();
                        return watched(method.getReturnType(), made);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }
}
