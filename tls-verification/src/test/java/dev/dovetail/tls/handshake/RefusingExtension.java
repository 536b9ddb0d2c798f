package dev.dovetail.tls.handshake;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.spi.Extension;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import java.util.Optional;
import java.util.Set;

/** Asks at the client, and refuses whatever it is asked at the server. */
final class RefusingExtension implements Extension<Integer> {

    @Override
    public int code() {
        return 0xfe99;
    }

    @Override
    public String name() {
        return "refusing";
    }

    @Override
    public String implementation() {
        return "test";
    }

    @Override
    public Set<Site> sites() {
        return Set.of(Site.CLIENT_HELLO, Site.ENCRYPTED_EXTENSIONS, Site.SERVER_HELLO_12);
    }

    @Override
    public void write(Site site, Integer value, WireWriter out) {
        out.u8("value", value);
    }

    @Override
    public Integer read(Site site, WireReader in) {
        return in.u8("value");
    }

    @Override
    public Optional<Integer> offer(Context context) {
        return Optional.of(7);
    }

    @Override
    public Optional<Integer> accept(Integer offered, Context context) {
        throw Fault.EXTENSION_REFUSED.because("%d is not wanted", offered);
    }

    @Override
    public void answered(Integer answer, Context context) {
        throw new AssertionError("nobody answers");
    }
}
