package dev.dovetail.tls.handshake.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.handshake.psk.OfferedKey;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The binder of RFC 8448 section 4: of a ticket there, but made like any other. */
class Rfc8448BinderVectorTest {

    @Test
    void bindsAKeyToTheHelloThatOffersIt() {
        Trace trace = Trace.section(4);
        Trace.Step binder = trace.step(Role.CLIENT, "calculate PSK binder");
        HashAlgorithm sha256 = Catalog.discover()
                .usable("TLS_AES_128_GCM_SHA256")
                .orElseThrow()
                .hash();
        HashAlgorithm.Hash prefix = sha256.start();
        byte[] bytes = binder.value("ClientHello prefix");
        prefix.update(bytes, 0, bytes.length);
        byte[] hash = prefix.finish();
        Secret ticket =
                Secret.of(trace.step(Role.CLIENT, "extract secret \"early\"").value("IKM"));
        try (OfferedKey key = new OfferedKey(new byte[1], ticket, sha256, "res binder", Optional.empty())) {
            assertThat(hash).isEqualTo(binder.value("binder hash"));
            assertThat(key.binder(hash)).isEqualTo(binder.value("finished"));
        }
    }
}
