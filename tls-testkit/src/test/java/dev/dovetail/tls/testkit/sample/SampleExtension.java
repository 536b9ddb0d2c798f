package dev.dovetail.tls.testkit.sample;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.spi.Extension;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** The client greets by name, the server greets back; both applications find the greeting. */
@AutoService(Extension.class)
@SuppressWarnings("rawtypes") // A service is found by its raw type.
public final class SampleExtension implements Extension<String> {

    @Override
    public int code() {
        return 0xfe77;
    }

    @Override
    public String name() {
        return "sample_greeting";
    }

    @Override
    public String implementation() {
        return "Dovetail";
    }

    @Override
    public Set<Site> sites() {
        return Set.of(Site.CLIENT_HELLO, Site.SERVER_HELLO_12, Site.ENCRYPTED_EXTENSIONS);
    }

    @Override
    public void write(Site site, String greeting, WireWriter out) {
        out.block("greeting", 1, greeting.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String read(Site site, WireReader in) {
        return new String(in.block("greeting", 1, 1, 255), StandardCharsets.UTF_8);
    }

    @Override
    public Optional<String> offer(Context context) {
        return Optional.of("hello " + context.serverName().orElse("whoever you are"));
    }

    @Override
    public Optional<String> accept(String greeting, Context context) {
        if (!greeting.startsWith("hello ")) throw Fault.EXTENSION_REFUSED.because("an unfriendly greeting");
        String answer = "welcome";
        context.agree(answer);
        return Optional.of(answer);
    }

    @Override
    public void answered(String answer, Context context) {
        context.agree(answer);
    }
}
