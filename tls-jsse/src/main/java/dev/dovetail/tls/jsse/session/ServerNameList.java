package dev.dovetail.tls.jsse.session;

import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;

/** A server name as the JDK has it. */
final class ServerNameList {

    private ServerNameList() {}

    /** What a peer sent may be no host name at all; then it is nobody's. */
    static List<SNIServerName> of(Optional<String> name) {
        try {
            return name.<List<SNIServerName>>map(host -> List.of(new SNIHostName(host)))
                    .orElse(List.of());
        } catch (IllegalArgumentException noHostName) {
            return List.of();
        }
    }
}
