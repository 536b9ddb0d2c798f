package dev.dovetail.tls.handshake;

import java.util.List;
import java.util.Optional;

/** The first of the server's protocols that the client offers, else a refusal. */
record FirstProtocol(List<String> protocols) implements ProtocolChooser {

    @Override
    public ProtocolChoice choose(List<String> offered, Optional<String> serverName) {
        return protocols.stream()
                .filter(offered::contains)
                .findFirst()
                .map(ProtocolChoice::use)
                .orElseGet(ProtocolChoice::refuse);
    }
}
