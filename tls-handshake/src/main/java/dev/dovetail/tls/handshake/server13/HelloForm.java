package dev.dovetail.tls.handshake.server13;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.spi.ExtensionCodec;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.handshake.extension.KeyShare;
import dev.dovetail.tls.handshake.extension.KeyShareExtension;
import dev.dovetail.tls.handshake.extension.PreSharedKeyExtension;
import dev.dovetail.tls.handshake.extension.PskKeyExchangeModesExtension;
import dev.dovetail.tls.handshake.extension.SignatureAlgorithmsExtension;
import dev.dovetail.tls.handshake.extension.SupportedGroupsExtension;
import dev.dovetail.tls.handshake.message.ClientHello;
import java.util.List;
import java.util.Optional;

/** What a ClientHello of TLS 1.3 has to have (RFC 8446 4.1.2, 4.2.8, 4.2.9 and 9.2). */
final class HelloForm {

    private HelloForm() {}

    static void require(ClientHello hello) {
        if (hello.compression().length != 1) {
            throw Fault.COMPRESSION_BAD.because("a ClientHello of TLS 1.3 offers the null method only");
        }
        // RFC 8446 4.2.9: even by a server that does a full handshake anyway.
        boolean keys = hello.extensions().has(PreSharedKeyExtension.INSTANCE);
        if (keys) require(hello, PskKeyExchangeModesExtension.INSTANCE);
        if (!keys) require(hello, SignatureAlgorithmsExtension.INSTANCE);
        if (!keys || hello.extensions().has(KeyShareExtension.INSTANCE)) {
            require(hello, SupportedGroupsExtension.INSTANCE);
        }
        if (!keys || hello.extensions().has(SupportedGroupsExtension.INSTANCE)) {
            require(hello, KeyShareExtension.INSTANCE);
        }
    }

    static <V> V require(ClientHello hello, ExtensionCodec<V> codec) {
        return hello.find(codec)
                .orElseThrow(() -> Fault.EXTENSION_MISSING.because("ClientHello has no %s", codec.name()));
    }

    /** The client's shares, each for a group that it supports, in the order of its groups (RFC 8446 4.2.8). */
    static List<KeyShare> shares(ClientHello hello) {
        List<Integer> groups = require(hello, SupportedGroupsExtension.INSTANCE);
        List<KeyShare> shares = require(hello, KeyShareExtension.INSTANCE);
        int place = 0;
        for (KeyShare share : shares) {
            // Each share's group stands behind the one before it, so both lists are walked once.
            while (place < groups.size() && groups.get(place).intValue() != share.group()) place++;
            if (place++ == groups.size()) {
                throw Fault.KEY_SHARE_BAD.because(
                        "a share for group 0x%04x, which is not in supported_groups at its place", share.group());
            }
        }
        return shares;
    }

    static Optional<KeyShare> share(List<KeyShare> shares, NamedGroup group) {
        return shares.stream().filter(share -> share.group() == group.code()).findFirst();
    }
}
