package dev.dovetail.tls.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.handshake.ConnectionInfo;
import dev.dovetail.tls.record.ContentType;
import dev.dovetail.tls.record.KeyLengths;
import dev.dovetail.tls.record.PaddingPolicy;
import dev.dovetail.tls.record.Protections;
import dev.dovetail.tls.record.ReadProtection;
import dev.dovetail.tls.record.RecordReader;
import dev.dovetail.tls.record.RecordWriter;
import dev.dovetail.tls.record.TrafficKeys;
import dev.dovetail.tls.record.WriteProtection;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whole connections and single records over the part under test.
 *
 * @param name the part's, for messages
 * @param composition the part among the kit's own
 */
record Rehearsal(String name, Composition composition) {

    private static final int RECORD = 1 << 14;
    private static final int[] SIZES = {1, RECORD - 1, RECORD, RECORD + 1, 50_000};

    /** A handshake, then data both ways. */
    ConnectionInfo completes(ProtocolVersion version) {
        return completes(version, Optional.empty());
    }

    /** The same, and every record that carries data has the length that the facts say. */
    ConnectionInfo completes(ProtocolVersion version, RecordLengths lengths) {
        return completes(version, Optional.of(lengths));
    }

    private ConnectionInfo completes(ProtocolVersion version, Optional<RecordLengths> lengths) {
        try (Loopback loopback = composition.loopback(version)) {
            loopback.handshake();
            for (int size : SIZES) {
                for (Role from : Role.values()) exchange(loopback, version, from, size, lengths);
            }
            return loopback.client().engine().info().orElseThrow();
        } catch (RuntimeException e) {
            throw failed(version, e);
        }
    }

    AssertionError failed(ProtocolVersion version, RuntimeException cause) {
        return new AssertionError(
                name + ": no connection of " + version
                        + " over it, though all other parts are the kit's own and known to work: " + cause,
                cause);
    }

    private void exchange(
            Loopback loopback, ProtocolVersion version, Role from, int size, Optional<RecordLengths> lengths) {
        byte[] data = Sample.bytes(size, size);
        int before = loopback.end(from).sent().length;
        assertThat(loopback.exchange(from, data))
                .as("%s: %d bytes of application data sent by the %s in %s", name, size, from, version)
                .isEqualTo(data);
        byte[] all = loopback.end(from).sent();
        List<byte[]> records = WireRecord.split(Arrays.copyOfRange(all, before, all.length));
        lengths.ifPresent(expected -> assertThat(records.stream()
                        .mapToInt(record -> record.length - WireRecord.HEADER)
                        .toArray())
                .as("%s: fragments on the wire of %d bytes in %s: %s", name, size, version, expected.rule())
                .isEqualTo(fragments(size, expected)));
    }

    private static int[] fragments(int size, RecordLengths lengths) {
        int[] fragments = new int[(size + RECORD - 1) / RECORD];
        for (int i = 0; i < fragments.length; i++) {
            fragments[i] = lengths.fragment().applyAsInt(Math.min(RECORD, size - i * RECORD));
        }
        return fragments;
    }

    /** Single records of TLS 1.3, of every size. */
    void sealsRecords13(RecordLengths lengths) {
        UsableSuite suite = composition.suite(ProtocolVersion.TLS_1_3);
        KeyLengths needed = KeyLengths.tls13(suite);
        try (TrafficKeys keys = keys(needed)) {
            records(
                    Protections.tls13Write(suite, keys, PaddingPolicy.none()),
                    Protections.tls13Read(suite, keys),
                    "TLS 1.3",
                    lengths);
        }
    }

    /** Single records of TLS 1.2, of every size. */
    void sealsRecords12(boolean encryptThenMac, String shape, RecordLengths lengths) {
        UsableSuite suite = composition.suite(ProtocolVersion.TLS_1_2);
        KeyLengths needed = KeyLengths.tls12(suite);
        try (TrafficKeys keys = keys(needed)) {
            records(
                    Protections.tls12Write(suite, keys, encryptThenMac, new SecureRandom()),
                    Protections.tls12Read(suite, keys, encryptThenMac),
                    shape,
                    lengths);
        }
    }

    private static TrafficKeys keys(KeyLengths needed) {
        return new TrafficKeys(
                Sample.secret(1, needed.mac()), Sample.secret(2, needed.key()), Sample.secret(3, needed.iv()));
    }

    private void records(WriteProtection write, ReadProtection read, String shape, RecordLengths lengths) {
        try (RecordWriter writer = new RecordWriter();
                RecordReader reader = new RecordReader()) {
            writer.install(write);
            reader.install(read);
            for (int size : Sample.SIZES) if (size <= RECORD) record(writer, reader, size, shape, lengths);
        } catch (RuntimeException e) {
            throw new AssertionError(name + ": a record of " + shape + " failed: " + e, e);
        }
    }

    private void record(RecordWriter writer, RecordReader reader, int size, String shape, RecordLengths lengths) {
        byte[] text = Sample.bytes(size, size);
        // Room for a cipher that writes too much, so that it is told so.
        byte[] sealed = new byte[writer.sealedLength(size) + 1024];
        int written = writer.seal(ContentType.APPLICATION_DATA, text, 0, size, sealed, 0, sealed.length);
        int stated = (sealed[3] & 0xff) << 8 | sealed[4] & 0xff;
        int wanted = lengths.fragment().applyAsInt(size);
        assertThat(List.of(stated, written - WireRecord.HEADER))
                .as(
                        "%s: a record of %s with %d bytes of content: [the length in its header, the bytes behind it]: %s",
                        name, shape, size, lengths.rule())
                .isEqualTo(List.of(wanted, wanted));
        byte[] opened = new byte[Math.max(size, reader.room(written)) + 1024];
        int read = reader.open(sealed, 0, written, opened, 0);
        assertThat(Arrays.copyOf(opened, Math.max(0, read)))
                .as("%s: the content of a record of %s", name, shape)
                .isEqualTo(text);
    }
}
