package dev.dovetail.tls.cli.demo;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.certificates.KeyKind;
import java.util.Optional;

/**
 * One connection to be made: a row of the table.
 *
 * @param role ours
 * @param suite the only suite that we enable
 * @param version the only version that we enable
 * @param group the group that has to be used; empty where the key exchange has none
 * @param key the server's kind of key, and the client's if it has one
 * @param clientCertificate whether the client has to prove who it is
 * @param peer who is at the other end
 */
record Route(
        Role role,
        UsableSuite suite,
        ProtocolVersion version,
        Optional<NamedGroup> group,
        KeyKind key,
        boolean clientCertificate,
        Peer peer) {

    String groupName() {
        return group.map(NamedGroup::name).orElse("-");
    }
}
