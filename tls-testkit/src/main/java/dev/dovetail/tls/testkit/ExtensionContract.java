package dev.dovetail.tls.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.api.spi.Extension;
import dev.dovetail.tls.api.spi.ExtensionCodec.Site;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Extension} must do. Extend it, hand over the extension and values to write.
 *
 * @param <V> the extension's value
 */
public abstract class ExtensionContract<V> extends PartContract<Extension<V>> {

    // RFC 8446 4.2: an extension of a third party stands where a client asks and where a server answers.
    private static final EnumSet<Site> NEGOTIATION =
            EnumSet.of(Site.CLIENT_HELLO, Site.SERVER_HELLO_12, Site.ENCRYPTED_EXTENSIONS);
    private static final int ROUNDS = 2000;

    /**
     * Values that stand in a message.
     *
     * @param site the message
     * @return at least one, with {@code equals}
     */
    protected abstract List<V> values(Site site);

    @Test
    void statesItsFacts() {
        assertThat(part().code()).as("code() of %s", name()).isBetween(0, 0xffff);
        assertThat(part().sites())
                .as("sites() of %s: the client asks in ClientHello, the server answers", name())
                .contains(Site.CLIENT_HELLO)
                .isSubsetOf(NEGOTIATION);
    }

    @Test
    void readsWhatItWrote() {
        for (Site site : part().sites()) {
            assertThat(values(site))
                    .as("values(%s) of the contract of %s", site, name())
                    .isNotEmpty();
            for (V value : values(site)) {
                WireReader in = WireReader.of(written(site, value), name());
                assertThat(part().read(site, in))
                        .as("%s in %s, written and read", name(), site)
                        .isEqualTo(value);
                assertThat(in.remaining())
                        .as("%s in %s: bytes left unread", name(), site)
                        .isZero();
            }
        }
    }

    @Test
    void leavesTrailingBytesForTheCoreToRefuse() {
        for (Site site : part().sites()) {
            for (V value : values(site)) {
                byte[] data = written(site, value);
                WireReader in = WireReader.of(Arrays.copyOf(data, data.length + 1), name());
                boolean refused = refused(site, in);
                assertThat(refused || in.hasMore())
                        .as("%s in %s: a byte behind the value was read over", name(), site)
                        .isTrue();
            }
        }
    }

    @Test
    void refusesGarbageWithAFaultOnly() {
        Random random = new Random(1);
        for (Site site : part().sites()) {
            for (int i = 0; i < ROUNDS; i++) refused(site, WireReader.of(Sample.bytes(i, random.nextInt(40)), name()));
            for (V value : values(site)) {
                byte[] data = written(site, value);
                for (int at : Sample.positions(data.length, 500)) {
                    refused(site, WireReader.of(Arrays.copyOf(data, at), name()));
                    refused(site, WireReader.of(Sample.flipped(data, at), name()));
                }
            }
        }
    }

    /** Both ends have the extension, so that the client asks and the server may answer. */
    @Test
    void carriesConnections() {
        for (ProtocolVersion version : versions()) {
            WatchedExtension<V> client = new WatchedExtension<>(part());
            WatchedExtension<V> server = new WatchedExtension<>(part());
            connect(version, List.of(client), List.of(server));
            assertThat(client.calls())
                    .as(
                            "%s in %s: offer() stays silent, so nothing is negotiated: hand over one that asks",
                            name(), version)
                    .startsWith("offer " + Role.CLIENT + " with a value");
            assertThat(client.calls())
                    .as("%s in %s: the client hears of the answer, or that there was none", name(), version)
                    .contains((server.calls().contains("accept " + Role.SERVER + " with a value")
                                    ? "answered "
                                    : "absent ")
                            + Role.CLIENT);
            assertThat(server.calls())
                    .as("%s in %s: accept() of the server", name(), version)
                    .anyMatch(call -> call.startsWith("accept " + Role.SERVER));
        }
    }

    /** RFC 8446 4.2: who does not know an extension says nothing about it. */
    @Test
    void getsAlongWithoutAnAnswer() {
        for (ProtocolVersion version : versions()) {
            WatchedExtension<V> alone = new WatchedExtension<>(part());
            connect(version, List.of(alone), List.of());
            assertThat(alone.calls())
                    .as("%s in %s: a client whose server does not know it", name(), version)
                    .endsWith("absent " + Role.CLIENT);
            WatchedExtension<V> unasked = new WatchedExtension<>(part());
            connect(version, List.of(), List.of(unasked));
            assertThat(unasked.calls())
                    .as("%s in %s: a server whose client does not ask", name(), version)
                    .containsExactly("absent " + Role.SERVER);
        }
    }

    private void connect(
            ProtocolVersion version, List<WatchedExtension<V>> clients, List<WatchedExtension<V>> servers) {
        Composition composition = new Composition();
        try (Loopback loopback = composition.loopback(version, clients, servers)) {
            loopback.handshake();
        } catch (RuntimeException e) {
            throw new Rehearsal(name(), composition).failed(version, e);
        }
    }

    private List<ProtocolVersion> versions() {
        List<ProtocolVersion> versions = new ArrayList<>();
        if (part().sites().contains(Site.SERVER_HELLO_12)) versions.add(ProtocolVersion.TLS_1_2);
        if (part().sites().contains(Site.ENCRYPTED_EXTENSIONS)) versions.add(ProtocolVersion.TLS_1_3);
        return versions;
    }

    private byte[] written(Site site, V value) {
        WireWriter out = WireWriter.of(name());
        part().write(site, value, out);
        return out.toBytes();
    }

    private boolean refused(Site site, WireReader in) {
        try {
            part().read(site, in);
            return false;
        } catch (TlsFault e) {
            return true;
        } catch (RuntimeException e) {
            throw new AssertionError(
                    name() + " in " + site
                            + ": what a peer does wrong is a TlsFault, as in.fault(Fault.DECODE_ERROR, …)"
                            + " makes one, not " + e,
                    e);
        }
    }
}
