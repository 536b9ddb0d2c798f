package dev.dovetail.tls.peers;

import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLParameters;

/**
 * What the two sides of a connection are told. A value: each method answers a changed copy.
 *
 * @param key the kind of the certificates' keys
 * @param clientsRoot whom the client trusts
 * @param clientCertificate whether the client has one
 * @param host whom the client wants to reach
 * @param client what the client's parameters are changed to
 * @param server what the server's parameters are changed to
 */
record Setting(
        KeyKind key,
        Authority clientsRoot,
        boolean clientCertificate,
        String host,
        Consumer<SSLParameters> client,
        Consumer<SSLParameters> server) {

    /** A client that checks the host, and a server with a certificate of P-256; both with one version. */
    static Setting of(String version) {
        Consumer<SSLParameters> one = parameters -> parameters.setProtocols(new String[] {version});
        return new Setting(
                KeyKind.EC_P256,
                Pki.ROOT,
                false,
                Pki.SERVER_NAME,
                one.andThen(parameters -> parameters.setEndpointIdentificationAlgorithm("HTTPS")),
                one);
    }

    Setting with(KeyKind kind) {
        return new Setting(kind, clientsRoot, clientCertificate, host, client, server);
    }

    Setting trusting(Authority root) {
        return new Setting(key, root, clientCertificate, host, client, server);
    }

    Setting withClientCertificate() {
        return new Setting(key, clientsRoot, true, host, client, server);
    }

    Setting to(String name) {
        return new Setting(key, clientsRoot, clientCertificate, name, client, server);
    }

    Setting client(Consumer<SSLParameters> more) {
        return new Setting(key, clientsRoot, clientCertificate, host, client.andThen(more), server);
    }

    Setting server(Consumer<SSLParameters> more) {
        return new Setting(key, clientsRoot, clientCertificate, host, client, server.andThen(more));
    }

    Setting alpn(List<String> clients, List<String> servers) {
        return client(parameters -> parameters.setApplicationProtocols(clients.toArray(String[]::new)))
                .server(parameters -> parameters.setApplicationProtocols(servers.toArray(String[]::new)));
    }

    Optional<Issued> clientsOwn() {
        return clientCertificate ? Optional.of(Pki.client(key)) : Optional.empty();
    }
}
