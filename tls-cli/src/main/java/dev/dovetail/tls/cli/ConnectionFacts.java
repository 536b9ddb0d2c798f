package dev.dovetail.tls.cli;

import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.handshake.ConnectionInfo;
import dev.dovetail.tls.handshake.psk.IdentityText;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a handshake agreed on, as lines of {@code name: value}. What the peer chose is cleaned of control characters. */
final class ConnectionFacts {

    private ConnectionFacts() {}

    static List<String> of(ConnectionInfo info) {
        List<String> lines = new ArrayList<>();
        lines.add("version: " + info.version());
        lines.add("suite: " + info.suite());
        lines.add("group: " + info.group().map(NamedGroup::name).orElse("none"));
        lines.add("pre-shared key: " + info.preSharedKey().map(IdentityText::of).orElse("none"));
        lines.add(
                "own signature: " + info.ownScheme().map(SignatureScheme::name).orElse("none"));
        lines.add("peer signature: "
                + info.peerScheme().map(SignatureScheme::name).orElse("none"));
        lines.add("server name: " + text(info.serverName()));
        lines.add("application protocol: " + text(info.applicationProtocol()));
        lines.add("own certificate: " + subject(info.ownChain()));
        lines.add("peer certificate: " + subject(info.peerChain()));
        lines.add("hello retried: " + yes(info.helloRetried()));
        lines.add("extended master secret: " + yes(info.extendedMasterSecret()));
        lines.add("encrypt then mac: " + yes(info.encryptThenMac()));
        lines.add("resumed: " + yes(info.resumed()));
        return lines;
    }

    /** A few words for a log. */
    static String brief(ConnectionInfo info) {
        return info.version() + " " + info.suite()
                + info.group().map(group -> " " + group.name()).orElse("")
                + info.serverName().map(name -> " for " + Messages.plain(name)).orElse("");
    }

    private static String text(Optional<String> value) {
        return value.map(Messages::plain).orElse("none");
    }

    private static String subject(List<X509Certificate> chain) {
        if (chain.isEmpty()) return "none";
        return Messages.plain(chain.get(0).getSubjectX500Principal().getName()).replace('\n', '?');
    }

    private static String yes(boolean value) {
        return value ? "yes" : "no";
    }
}
