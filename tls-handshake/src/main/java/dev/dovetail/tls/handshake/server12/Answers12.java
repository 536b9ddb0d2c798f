package dev.dovetail.tls.handshake.server12;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.spi.CbcCipher;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.handshake.extension.ApplicationProtocolExtension;
import dev.dovetail.tls.handshake.extension.EcPointFormatsExtension;
import dev.dovetail.tls.handshake.extension.ExtensionBlock;
import dev.dovetail.tls.handshake.extension.FlagExtension;
import dev.dovetail.tls.handshake.extension.RenegotiationInfoExtension;
import dev.dovetail.tls.handshake.extension.ServerNameExtension;
import dev.dovetail.tls.handshake.message.ClientHello;
import dev.dovetail.tls.handshake.negotiation.ContentLimits;
import dev.dovetail.tls.handshake.server.ClientAsk;
import dev.dovetail.tls.handshake.tls12.Features12;
import java.util.List;
import java.util.Optional;

/** The extensions of a server's ServerHello: an answer to each of the client's that the server goes along with. */
final class Answers12 {

    private Answers12() {}

    static Features12 of(ClientAsk ask, ServerChoice12 choice, ExtensionBlock answers) {
        ClientHello hello = ask.hello();
        if (hello.find(RenegotiationInfoExtension.INSTANCE).isPresent()
                || hello.suites().contains(ClientHello.EMPTY_RENEGOTIATION_INFO_SCSV)) {
            answers.with(RenegotiationInfoExtension.INSTANCE, new byte[0]);
        }
        boolean extendedMasterSecret = extendedMasterSecret(ask, answers);
        // RFC 7366 3: with other ciphers than CBC the extension must not be answered.
        boolean encryptThenMac = hello.extensions().has(FlagExtension.ENCRYPT_THEN_MAC)
                && choice.suite().cipher() instanceof CbcCipher;
        if (encryptThenMac) answers.with(FlagExtension.ENCRYPT_THEN_MAC, true);
        if (hello.extensions().has(EcPointFormatsExtension.INSTANCE) && ellipticCurves(choice)) {
            answers.with(EcPointFormatsExtension.INSTANCE, EcPointFormatsExtension.uncompressedOnly());
        }
        if (nameUsed(ask, choice)) answers.with(ServerNameExtension.INSTANCE, Optional.empty());
        Optional<String> protocol = ask.applicationProtocol(Optional.of(choice.suite()));
        protocol.ifPresent(name -> answers.with(ApplicationProtocolExtension.INSTANCE, List.of(name)));
        ContentLimits limits =
                ContentLimits.accept(hello.extensions(), ask.config().recordSizeLimit(), 0, answers);
        ask.dialogue().accept(hello.extensions(), ProtocolVersion.TLS_1_2, ask.serverName(), answers);
        return new Features12(extendedMasterSecret, encryptThenMac, limits, protocol);
    }

    private static boolean extendedMasterSecret(ClientAsk ask, ExtensionBlock answers) {
        boolean known = ask.hello().extensions().has(FlagExtension.EXTENDED_MASTER_SECRET);
        if (known) {
            answers.with(FlagExtension.EXTENDED_MASTER_SECRET, true);
        } else if (ask.config().extendedMasterSecretRequired()) {
            throw Fault.EXTENDED_MASTER_SECRET_MISSING.because("the client does not know extended_master_secret");
        }
        return known;
    }

    private static boolean ellipticCurves(ServerChoice12 choice) {
        return choice.suite()
                .keyExchange()
                .flatMap(KeyExchange::groups)
                .filter(NamedGroup.Kind.ELLIPTIC_CURVE::equals)
                .isPresent();
    }

    private static boolean nameUsed(ClientAsk ask, ServerChoice12 choice) {
        return ask.serverName().isPresent()
                && choice.credential()
                        .filter(credential -> credential.names(ask.serverName().get()))
                        .isPresent();
    }
}
