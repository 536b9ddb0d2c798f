package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.record.ContentType;
import dev.dovetail.tls.record.RecordWriter;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Our record layer, sealing one record after the other. */
@State(Scope.Thread)
public class OwnSealing {

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
    private byte[] content;
    private byte[] wire;

    /** Installs keys and makes the arrays. */
    @Setup
    public void prepare() {
        measured = RecordSuite.of(suite, implementation);
        writer = new RecordWriter();
        writer.install(measured.write());
        content = Payload.of(size);
        wire = new byte[writer.sealedLength(size)];
        SteadyState.reach(this::seal);
    }

    int seal() {
        // A connection would change its keys now and then; without it the writer refuses to go on.
        if (writer.worn()) writer.install(measured.write());
        return writer.seal(ContentType.APPLICATION_DATA, content, 0, size, wire, 0, wire.length);
    }

    byte[] content() {
        return content;
    }

    byte[] wire() {
        return wire;
    }
}
