package dev.dovetail.tls.handshake.negotiation;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.NegotiationReport;
import dev.dovetail.tls.api.NegotiationReport.Removal;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.handshake.extension.KeyShare;
import java.util.List;
import java.util.Optional;

/** The server's choice of a group. */
public final class GroupChoice {

    private GroupChoice() {}

    /**
     * TLS 1.3: our first group for which the client sent a share; else, or where it is worth a retry, our first that it
     * supports.
     *
     * @param selection what is enabled here
     * @param supported the client's supported_groups
     * @param shares the client's shares
     * @param worthRetry whether a preferred group beats a share at hand, at the price of a round trip
     * @return the group; a retry has to ask for its share if there is none
     * @throws dev.dovetail.tls.api.TlsFault {@link Fault#NO_COMMON_GROUP} with both offers
     */
    public static NamedGroup tls13(
            Selection selection, List<Integer> supported, List<KeyShare> shares, boolean worthRetry) {
        List<NamedGroup> common = own(selection, ProtocolVersion.TLS_1_3).stream()
                .filter(group -> supported.contains(group.code()))
                .toList();
        return common.stream()
                .filter(group -> worthRetry || shares.stream().anyMatch(share -> share.group() == group.code()))
                .findFirst()
                .or(() -> common.stream().findFirst())
                .orElseThrow(() -> Fault.NO_COMMON_GROUP
                        .because("none of the client's %d groups can be used", supported.size())
                        .with(report(selection, ProtocolVersion.TLS_1_3, supported)));
    }

    /**
     * TLS 1.2: our first group of a kind that the client supports.
     *
     * @param selection what is enabled here
     * @param kind what the key exchange needs
     * @param supported the client's supported_groups
     * @return the group, or empty
     */
    public static Optional<NamedGroup> tls12(Selection selection, NamedGroup.Kind kind, List<Integer> supported) {
        return own(selection, ProtocolVersion.TLS_1_2).stream()
                .filter(group -> group.kind() == kind && supported.contains(group.code()))
                .findFirst();
    }

    private static List<NamedGroup> own(Selection selection, ProtocolVersion version) {
        return selection.groups().stream()
                .filter(group -> group.versions().contains(version))
                .toList();
    }

    private static NegotiationReport report(Selection selection, ProtocolVersion version, List<Integer> supported) {
        List<Removal> removed = selection.groups().stream()
                .map(group -> new Removal(
                        group.name(),
                        group.versions().contains(version)
                                ? "the peer does not support it"
                                : "it does not exist in " + version))
                .toList();
        return new NegotiationReport(
                "group",
                selection.groups().stream().map(NamedGroup::name).toList(),
                NegotiationReport.named(supported, code -> name(selection, code)),
                removed,
                "Enable a group of the peer's list here (Selection.groups), or one of these there.");
    }

    private static String name(Selection selection, int code) {
        return selection.groups().stream()
                .filter(group -> group.code() == code)
                .map(NamedGroup::name)
                .findFirst()
                .orElseGet(() -> String.format("0x%04x", code));
    }
}
