package dev.dovetail.tls.handshake.server12;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.handshake.extension.SupportedGroupsExtension;
import dev.dovetail.tls.handshake.server.ClientAsk;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;

/** A server's choice of a group: its own first that the client has (RFC 8422 5.1, RFC 7919 4). */
final class GroupNegotiation12 {

    // RFC 7919 2: the numbers that are set apart for finite fields, whether we know them or not.
    private static final int FIRST_FINITE_FIELD = 256;
    private static final int LAST_FINITE_FIELD = 511;

    private final List<NamedGroup> own;
    private final Optional<List<Integer>> said;

    GroupNegotiation12(ClientAsk ask) {
        this.own = ask.config().selection().groups().stream()
                .filter(group -> group.versions().contains(ProtocolVersion.TLS_1_2))
                .toList();
        this.said = ask.hello().find(SupportedGroupsExtension.INSTANCE);
    }

    Optional<NamedGroup> choose(NamedGroup.Kind kind) {
        return own.stream()
                .filter(group -> group.kind() == kind && acceptable(group))
                .findFirst();
    }

    Optional<String> objection(NamedGroup.Kind kind) {
        if (choose(kind).isPresent()) return Optional.empty();
        if (own.stream().noneMatch(group -> group.kind() == kind)) {
            return Optional.of("no group of its kind (" + kind + ") is enabled here");
        }
        return Optional.of(
                said.isPresent()
                        ? "the client has none of the groups of its kind (" + kind + ") that are enabled here"
                        : "the client names no groups, and none that everybody has is enabled here");
    }

    /**
     * RFC 8422 5.1: the client's groups also limit the curves of our certificates. A key that lies in no group that is
     * enabled here is let through.
     */
    boolean accepts(PublicKey key) {
        return said.isEmpty()
                || own.stream()
                        .filter(group -> group.holds(key))
                        .allMatch(group -> said.get().contains(group.code()));
    }

    private boolean acceptable(NamedGroup group) {
        if (group.kind() == NamedGroup.Kind.FINITE_FIELD && !finiteFieldSaid()) {
            // RFC 7919 4: a client that names no finite field takes what the server chooses.
            return true;
        }
        // RFC 8422 4 lets the server choose for a client that says nothing. Choice: the curve that everybody has.
        return said.map(codes -> codes.contains(group.code())).orElse(group.assumed());
    }

    private boolean finiteFieldSaid() {
        return said.orElse(List.of()).stream()
                .anyMatch(code -> code >= FIRST_FINITE_FIELD && code <= LAST_FINITE_FIELD);
    }
}
