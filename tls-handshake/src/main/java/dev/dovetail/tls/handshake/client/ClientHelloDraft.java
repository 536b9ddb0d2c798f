package dev.dovetail.tls.handshake.client;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.CbcCipher;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.credential.ServerNames;
import dev.dovetail.tls.handshake.extension.ApplicationProtocolExtension;
import dev.dovetail.tls.handshake.extension.CertificateAuthoritiesExtension;
import dev.dovetail.tls.handshake.extension.EarlyDataExtension;
import dev.dovetail.tls.handshake.extension.EcPointFormatsExtension;
import dev.dovetail.tls.handshake.extension.ExtensionBlock;
import dev.dovetail.tls.handshake.extension.FlagExtension;
import dev.dovetail.tls.handshake.extension.KeyShare;
import dev.dovetail.tls.handshake.extension.KeyShareExtension;
import dev.dovetail.tls.handshake.extension.MaxFragmentLengthExtension;
import dev.dovetail.tls.handshake.extension.OpaqueExtension;
import dev.dovetail.tls.handshake.extension.PskKeyExchangeModesExtension;
import dev.dovetail.tls.handshake.extension.RecordSizeLimitExtension;
import dev.dovetail.tls.handshake.extension.RenegotiationInfoExtension;
import dev.dovetail.tls.handshake.extension.ServerNameExtension;
import dev.dovetail.tls.handshake.extension.SignatureAlgorithmsExtension;
import dev.dovetail.tls.handshake.extension.SupportedGroupsExtension;
import dev.dovetail.tls.handshake.extension.SupportedVersionsExtension;
import dev.dovetail.tls.handshake.message.ClientHello;
import dev.dovetail.tls.handshake.negotiation.ExtensionDialogue;
import dev.dovetail.tls.handshake.psk.Binders;
import dev.dovetail.tls.handshake.psk.OfferedKey;
import dev.dovetail.tls.handshake.session.HeldSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.security.auth.x500.X500Principal;

/** Puts a ClientHello together from a configuration (RFC 8446 4.1.2). The order of extensions is RFC 8448's. */
final class ClientHelloDraft {

    private final ClientConfig config;
    private final ExtensionDialogue dialogue;
    private final ClientResumption resumption;
    private final Selection selection;
    private final boolean tls12;
    private final boolean tls13;

    ClientHelloDraft(ClientConfig config, ExtensionDialogue dialogue, ClientResumption resumption) {
        this.config = config;
        this.dialogue = dialogue;
        this.resumption = resumption;
        this.selection = config.selection();
        this.tls12 = selection.versions().contains(ProtocolVersion.TLS_1_2);
        this.tls13 = selection.versions().contains(ProtocolVersion.TLS_1_3);
    }

    /** The hello as long as it will be, the binders of its keys still zeros. */
    ClientHello with(byte[] random, byte[] sessionId, List<OwnShare> shares, List<OfferedKey> keys) {
        ExtensionBlock extensions = extensions(shares, !keys.isEmpty());
        ClientHello hello = new ClientHello(0x0303, random, sessionId, suites(), new byte[] {0}, extensions);
        return HelloPadding.padded(
                keys.isEmpty()
                        ? hello
                        : Binders.unbound(hello, keys, config.sessions().now()));
    }

    static List<KeyShare> keyShares(List<OwnShare> shares) {
        return shares.stream()
                .map(share ->
                        new KeyShare(share.group().code(), share.initiator().share()))
                .toList();
    }

    private List<Integer> suites() {
        List<Integer> codes = new ArrayList<>();
        for (UsableSuite suite : selection.suites()) {
            // A suite with a pre-shared key is a promise to have one.
            boolean preShared = suite.suite().authentication().preShared();
            if (!preShared || config.preSharedKeys().isPresent()) codes.add(suite.code());
        }
        if (config.fallback()) codes.add(ClientHello.FALLBACK_SCSV);
        return codes;
    }

    private ExtensionBlock extensions(List<OwnShare> shares, boolean keys) {
        ExtensionBlock block = new ExtensionBlock();
        config.serverName()
                .filter(name -> !ServerNames.isIpAddress(name))
                .ifPresent(name -> block.with(ServerNameExtension.INSTANCE, Optional.of(name)));
        if (tls12) tls12Extensions(block);
        if (!selection.groups().isEmpty()) {
            block.with(
                    SupportedGroupsExtension.INSTANCE,
                    selection.groups().stream().map(NamedGroup::code).toList());
        }
        sessionTicket(block);
        if (tls13) {
            block.with(KeyShareExtension.INSTANCE, keyShares(shares));
            if (resumption.early().isPresent()) block.with(EarlyDataExtension.INSTANCE, OptionalLong.empty());
            block.with(
                    SupportedVersionsExtension.INSTANCE,
                    selection.versions().stream().map(ProtocolVersion::code).toList());
        }
        signatureExtensions(block);
        // RFC 8446 4.2.9: who sends none gets no tickets.
        if (tls13 && (keys || ClientResumption.wanted(config))) {
            block.with(PskKeyExchangeModesExtension.INSTANCE, modes());
        }
        // RFC 8449 4: above 2^14 only where TLS 1.3 is offered, whose limit counts the content type.
        block.with(
                RecordSizeLimitExtension.INSTANCE, Math.min(config.recordSizeLimit(), tls13 ? (1 << 14) + 1 : 1 << 14));
        config.maxFragmentLength().ifPresent(length -> block.with(MaxFragmentLengthExtension.INSTANCE, length));
        if (!config.applicationProtocols().isEmpty()) {
            block.with(ApplicationProtocolExtension.INSTANCE, config.applicationProtocols());
        }
        if (tls13 && config.authoritiesSent()) authorities(block);
        dialogue.offer(block, config.serverName());
        return block;
    }

    /** RFC 5077 3.2: the ticket that we have, or none to say that we would take one. */
    private void sessionTicket(ExtensionBlock block) {
        if (!tls12 || !ClientResumption.wanted(config)) return;
        byte[] ticket = resumption
                .tls12()
                .filter(one -> !one.byId())
                .map(HeldSession::ticket)
                .orElse(new byte[0]);
        block.with(OpaqueExtension.SESSION_TICKET, ticket);
    }

    private byte[] modes() {
        byte[] modes = new byte[config.pskModes().size()];
        for (int i = 0; i < modes.length; i++)
            modes[i] = (byte) config.pskModes().get(i).code();
        return modes;
    }

    private void authorities(ExtensionBlock block) {
        List<X500Principal> names =
                CertificateAuthoritiesExtension.sendable(config.verifier().authorities());
        if (!names.isEmpty()) block.with(CertificateAuthoritiesExtension.INSTANCE, names);
    }

    private void tls12Extensions(ExtensionBlock block) {
        block.with(RenegotiationInfoExtension.INSTANCE, new byte[0]);
        block.with(FlagExtension.EXTENDED_MASTER_SECRET, true);
        if (selection.suites().stream().anyMatch(suite -> suite.cipher() instanceof CbcCipher)) {
            block.with(FlagExtension.ENCRYPT_THEN_MAC, true);
        }
        if (selection.groups().stream().anyMatch(group -> group.kind() == NamedGroup.Kind.ELLIPTIC_CURVE)) {
            block.with(EcPointFormatsExtension.INSTANCE, EcPointFormatsExtension.uncompressedOnly());
        }
    }

    private void signatureExtensions(ExtensionBlock block) {
        List<Integer> handshake =
                selection.verifying().stream().map(SignatureScheme::code).toList();
        List<Integer> certificates =
                selection.certificates().stream().map(SignatureScheme::code).toList();
        // Neither list may be empty on the wire; a composition for pre-shared keys alone has no schemes.
        if (!handshake.isEmpty()) block.with(SignatureAlgorithmsExtension.INSTANCE, handshake);
        if (!certificates.isEmpty() && !certificates.equals(handshake)) {
            block.with(SignatureAlgorithmsExtension.FOR_CERTIFICATES, certificates);
        }
    }
}
