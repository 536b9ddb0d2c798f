package dev.dovetail.tls.peers.memory;

import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.peers.Contender;
import dev.dovetail.tls.peers.Contexts;
import dev.dovetail.tls.peers.EnginePair;
import dev.dovetail.tls.peers.Heap;
import dev.dovetail.tls.peers.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/** Measures one contender in this JVM; what {@link OwnJvm} starts. */
final class IdlePairs {

    private static final String HOST = "server.test";
    private static final int WARM_UP = 500;
    private static final int PORTS = 65_000;
    private static final byte[] MESSAGE = new byte[100];

    private final String version;
    private final SSLContext client;
    private final SSLContext server;
    private int port;

    /** A pair of engines and nothing else: no buffer is left. */
    private record Engines(SSLEngine client, SSLEngine server) {}

    private IdlePairs(Contender contender, String version) {
        this.version = version;
        Authority root = Authority.create("Dovetail Memory Root");
        Contexts contexts = new Contexts(contender);
        client = contexts.create(root, Optional.empty());
        server = contexts.create(root, Optional.of(root.issue(Request.server(HOST))));
        // What the two contexts remember is not what a connection holds.
        client.getClientSessionContext().setSessionCacheSize(1);
        server.getServerSessionContext().setSessionCacheSize(1);
    }

    /**
     * Prints one line.
     *
     * @param arguments the contender, the version, and how many pairs
     */
    public static void main(String... arguments) {
        IdlePairs measured = new IdlePairs(Contender.named(arguments[0]), arguments[1]);
        System.out.println(measured.measure(Integer.parseInt(arguments[2])).line());
    }

    private Sample measure(int pairs) {
        // Classes, code and caches that all connections share.
        connect(Math.min(pairs, WARM_UP));
        long heapBefore = Heap.afterCollection();
        Optional<Long> residentBefore = Machine.resident();
        List<Engines> idle = connect(pairs);
        long heap = Heap.afterCollection() - heapBefore;
        Optional<Long> residentAfter = Machine.resident();
        // They are still there, and still work.
        idle.forEach(this::talk);
        String suite = idle.get(0).client().getSession().getCipherSuite();
        OptionalLong grown = residentBefore.isPresent() && residentAfter.isPresent()
                ? OptionalLong.of((residentAfter.get() - residentBefore.get()) / pairs)
                : OptionalLong.empty();
        return new Sample(heap / pairs, grown, suite);
    }

    private List<Engines> connect(int pairs) {
        List<Engines> connected = new ArrayList<>(pairs);
        for (int i = 0; i < pairs; i++) connected.add(connect());
        return connected;
    }

    private Engines connect() {
        // Sessions are remembered by host and port, so a port of its own makes each connection a new one.
        port = port % PORTS + 1;
        Engines engines = new Engines(client.createSSLEngine(HOST, port), server.createSSLEngine());
        SSLParameters parameters = engines.client().getSSLParameters();
        parameters.setProtocols(new String[] {version});
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        engines.client().setUseClientMode(true);
        engines.client().setSSLParameters(parameters);
        engines.server().setUseClientMode(false);
        EnginePair pair = EnginePair.of(engines.client(), engines.server()).handshake();
        if (!pair.connected()) throw new IllegalStateException("no handshake: " + pair);
        talk(engines);
        return engines;
    }

    private void talk(Engines engines) {
        EnginePair pair = EnginePair.of(engines.client(), engines.server());
        pair.client().write(MESSAGE);
        pair.server().write(MESSAGE);
        pair.pump();
        boolean arrived = pair.client().received().length == MESSAGE.length
                && pair.server().received().length == MESSAGE.length;
        if (!arrived) throw new IllegalStateException("a message was lost: " + pair);
    }
}
