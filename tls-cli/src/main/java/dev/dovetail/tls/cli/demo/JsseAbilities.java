package dev.dovetail.tls.cli.demo;

import dev.dovetail.tls.api.wire.WireReader;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.HashSet;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/**
 * What the JDK's stack can do. It tells its suites; its groups it tells only in a ClientHello, so that is where they are
 * read.
 *
 * @param suites names
 * @param groups codes
 */
record JsseAbilities(Set<String> suites, Set<Integer> groups) {

    private static final int RECORD_AND_MESSAGE_HEADER = 5 + 4;
    private static final int SUPPORTED_GROUPS = 10;

    static JsseAbilities find() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, null, null);
            String[] suites = context.getSupportedSSLParameters().getCipherSuites();
            SSLEngine engine = context.createSSLEngine();
            engine.setUseClientMode(true);
            engine.setEnabledProtocols(new String[] {"TLSv1.2", "TLSv1.3"});
            engine.setEnabledCipherSuites(suites);
            return new JsseAbilities(Set.of(suites), groups(clientHello(engine)));
        } catch (GeneralSecurityException | SSLException e) {
            throw new IllegalStateException("the JDK's own TLS does not work: " + e.getMessage(), e);
        }
    }

    private static byte[] clientHello(SSLEngine engine) throws SSLException {
        ByteBuffer record = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        engine.wrap(ByteBuffer.allocate(0), record);
        byte[] body = new byte[record.position() - RECORD_AND_MESSAGE_HEADER];
        record.flip().position(RECORD_AND_MESSAGE_HEADER);
        record.get(body);
        return body;
    }

    /** RFC 8446 4.1.2 and 4.2.7. */
    private static Set<Integer> groups(byte[] clientHello) {
        WireReader in = WireReader.of(clientHello, "ClientHello");
        in.u16("legacy_version");
        in.bytes("random", 32);
        in.block("legacy_session_id", 1, 0, 32);
        in.block("cipher_suites", 2, 2, 0xffff);
        in.block("legacy_compression_methods", 1, 1, 0xff);
        WireReader extensions = in.nested("extensions", 2, 0, 0xffff);
        Set<Integer> groups = new HashSet<>();
        while (extensions.hasMore()) {
            int type = extensions.u16("extension_type");
            WireReader data = extensions.nested("extension_data", 2, 0, 0xffff);
            if (type != SUPPORTED_GROUPS) continue;
            WireReader list = data.nested("named_group_list", 2, 0, 0xffff);
            while (list.hasMore()) groups.add(list.u16("group"));
        }
        return groups;
    }
}
