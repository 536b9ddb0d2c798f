package dev.dovetail.tls.handshake;

import dev.dovetail.tls.handshake.credential.HandshakeFacts;
import java.util.List;

/** The first of the server's protocols that the client offers, else a refusal. */
record FirstProtocol(List<String> protocols) implements ProtocolChooser {

    @Override
    public boolean needsSuite() {
        return false;
    }

    @Override
    public ProtocolChoice choose(List<String> offered, HandshakeFacts handshake) {
        return protocols.stream()
                .filter(offered::contains)
                .findFirst()
                .map(ProtocolChoice::use)
                .orElseGet(ProtocolChoice::refuse);
    }
}
