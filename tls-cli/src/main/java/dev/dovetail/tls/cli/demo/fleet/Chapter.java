package dev.dovetail.tls.cli.demo.fleet;

import dev.dovetail.tls.api.ProtocolVersion;
import java.util.List;

/**
 * A part of the demonstration.
 *
 * @param name stands in the table
 * @param tls13 its connections of TLS 1.3
 * @param tls12 its connections of TLS 1.2
 */
record Chapter(String name, Tally tls13, Tally tls12) {

    static Chapter of(String name) {
        return new Chapter(name, new Tally(name, "1.3"), new Tally("", "1.2"));
    }

    Tally of(ProtocolVersion version) {
        return version.equals(ProtocolVersion.TLS_1_3) ? tls13 : tls12;
    }

    int connections() {
        return tls13.connections() + tls12.connections();
    }

    int failed() {
        return tls13.failed() + tls12.failed();
    }

    int resumed() {
        return tls13.resumed() + tls12.resumed();
    }

    List<List<String>> rows() {
        return List.of(tls13.row(), tls12.row());
    }
}
