package dev.dovetail.tls.testkit;

import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.Request;
import dev.dovetail.tls.handshake.ClientConfig;
import dev.dovetail.tls.handshake.ServerConfig;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.handshake.credential.PkixVerifier;
import java.util.List;

/**
 * A client and a server that get along: the server has a certificate for {@value #SERVER_NAME} of an authority that both
 * trust. Each call begins a new configuration, to be changed at will.
 *
 * @param selection what is enabled at both ends
 * @param authority whom both trust
 * @param credential the server's
 */
public record Pairing(Selection selection, Authority authority, Credential credential) {

    /** The name of the server. */
    public static final String SERVER_NAME = "server.test";

    /**
     * With the defaults of a catalog and a P-256 certificate.
     *
     * @param catalog needs what a P-256 certificate takes: ecdsa_secp256r1_sha256
     * @return the pair
     */
    public static Pairing of(Catalog catalog) {
        return of(Selection.modern(catalog));
    }

    /**
     * With a P-256 certificate.
     *
     * @param selection what is enabled at both ends
     * @return the pair
     */
    public static Pairing of(Selection selection) {
        Authority authority = Authority.create("Dovetail Test Root");
        return new Pairing(selection, authority, credential(authority.issue(Request.server(SERVER_NAME))));
    }

    /**
     * The same with something else enabled.
     *
     * @param other what
     * @return another pair that shares authority and certificate
     */
    public Pairing with(Selection other) {
        return new Pairing(other, authority, credential);
    }

    /**
     * The same with another certificate.
     *
     * @param request what the authority issues for the server
     * @return another pair
     */
    public Pairing with(Request request) {
        return new Pairing(selection, authority, issue(request));
    }

    /**
     * A certificate of the authority, with its key.
     *
     * @param request what for
     * @return the credential
     */
    public Credential issue(Request request) {
        return credential(authority.issue(request));
    }

    /**
     * A client that asks for the server's name and trusts the authority. Anonymous suites that the selection names are
     * offered too.
     *
     * @return to be completed
     */
    public ClientConfig.Builder client() {
        return ClientConfig.of(selection)
                .serverName(SERVER_NAME)
                .verifier(verifier())
                .insecureAnonymousServers();
    }

    /**
     * A server with the certificate; clients that it asks for theirs have to come from the same authority.
     *
     * @return to be completed
     */
    public ServerConfig.Builder server() {
        return ServerConfig.of(selection).credential(credential).verifier(verifier());
    }

    /**
     * Both ends, watched.
     *
     * @return nothing has been sent yet
     */
    public Loopback loopback() {
        return Loopback.between(client(), server());
    }

    private PkixVerifier verifier() {
        return PkixVerifier.trusting(List.of(authority.certificate()));
    }

    private static Credential credential(Issued issued) {
        return Credential.of(issued.chain(), issued.privateKey());
    }
}
