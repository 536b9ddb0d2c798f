package dev.dovetail.tls.handshake.extension;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.spi.ExtensionCodec;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import java.util.Set;

/** record_size_limit (RFC 8449 4): the most plaintext that the sender of the extension will take in one record. */
public final class RecordSizeLimitExtension implements ExtensionCodec<Integer> {

    /** The codec. */
    public static final RecordSizeLimitExtension INSTANCE = new RecordSizeLimitExtension();

    /** The smallest limit that may be sent. */
    public static final int SMALLEST = 64;

    private RecordSizeLimitExtension() {}

    @Override
    public int code() {
        return 28;
    }

    @Override
    public String name() {
        return "record_size_limit";
    }

    @Override
    public Set<Site> sites() {
        return Set.of(Site.CLIENT_HELLO, Site.SERVER_HELLO_12, Site.ENCRYPTED_EXTENSIONS);
    }

    @Override
    public void write(Site site, Integer limit, WireWriter out) {
        out.u16("record_size_limit", limit);
    }

    @Override
    public Integer read(Site site, WireReader in) {
        int limit = in.u16("record_size_limit");
        if (limit < SMALLEST) throw in.fault(Fault.RECORD_SIZE_LIMIT_BAD, "%d is below %d", limit, SMALLEST);
        return limit;
    }
}
