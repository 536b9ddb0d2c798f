package dev.dovetail.tls.handshake.extension;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.spi.ExtensionCodec;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import java.util.Set;

/** max_fragment_length (RFC 6066 4): 2^9 to 2^12 bytes, as a value in bytes. */
public final class MaxFragmentLengthExtension implements ExtensionCodec<Integer> {

    /** The codec. */
    public static final MaxFragmentLengthExtension INSTANCE = new MaxFragmentLengthExtension();

    private MaxFragmentLengthExtension() {}

    /**
     * Whether a length can be negotiated.
     *
     * @param bytes the length
     * @return true for 512, 1024, 2048 and 4096
     */
    public static boolean exists(int bytes) {
        return bytes == 512 || bytes == 1024 || bytes == 2048 || bytes == 4096;
    }

    @Override
    public int code() {
        return 1;
    }

    @Override
    public String name() {
        return "max_fragment_length";
    }

    @Override
    public Set<Site> sites() {
        return Set.of(Site.CLIENT_HELLO, Site.SERVER_HELLO_12, Site.ENCRYPTED_EXTENSIONS);
    }

    @Override
    public void write(Site site, Integer bytes, WireWriter out) {
        out.u8("max_fragment_length", Integer.numberOfTrailingZeros(bytes) - 8);
    }

    @Override
    public Integer read(Site site, WireReader in) {
        int value = in.u8("max_fragment_length");
        if (value < 1 || value > 4) throw in.fault(Fault.MAX_FRAGMENT_LENGTH_BAD, "the value %d does not exist", value);
        return 1 << 8 + value;
    }
}
