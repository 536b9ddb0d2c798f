package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.record.ContentType;
import dev.dovetail.tls.record.RecordReader;
import dev.dovetail.tls.record.RecordWriter;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Our record layer, opening records that were sealed in the same order just before. */
@State(Scope.Thread)
public class OwnOpening {

    /** IANA's spelling, with {@code +etm} behind it for encrypt-then-MAC. */
    @Param("TLS_AES_128_GCM_SHA256")
    public String suite;

    /** Whose cipher. */
    @Param("JDK")
    public String implementation;

    /** Bytes of content. */
    @Param({"64", "256", "1024", "4096", "16384"})
    public int size;

    private RecordSuite measured;
    private RecordWriter writer;
    private RecordReader reader;
    private byte[] content;
    private byte[] wire;
    private byte[] opened;
    private int sealed;

    /** Installs keys and makes the arrays. */
    @Setup
    public void prepare() {
        measured = RecordSuite.of(suite, implementation);
        writer = new RecordWriter();
        reader = new RecordReader();
        installKeys();
        content = Payload.of(size);
        wire = new byte[RecordOpening.BATCH * writer.sealedLength(size)];
        opened = new byte[reader.room(writer.sealedLength(size))];
        SteadyState.reach(() -> {
            sealBatch();
            return open();
        });
    }

    /**
     * Seals the records that are to be opened, as each number can be opened only once.
     *
     * @param aside counts what this allocates
     */
    @Setup(Level.Invocation)
    public void sealBatch(Aside aside) {
        aside.run(this::sealBatch, RecordOpening.BATCH);
    }

    private void sealBatch() {
        if (writer.worn()) installKeys();
        sealed = 0;
        for (int i = 0; i < RecordOpening.BATCH; i++) {
            sealed += writer.seal(ContentType.APPLICATION_DATA, content, 0, size, wire, sealed, wire.length - sealed);
        }
    }

    private void installKeys() {
        writer.install(measured.write());
        reader.install(measured.read());
    }

    /** Opens the whole batch. */
    long open() {
        long bytes = 0;
        for (int at = 0; at < sealed; ) {
            int length = reader.recordLength(wire, at, sealed - at);
            bytes += reader.open(wire, at, length, opened, 0);
            at += length;
        }
        return bytes;
    }

    byte[] content() {
        return content;
    }

    byte[] opened() {
        return opened;
    }
}
