package dev.dovetail.tls.programs;

import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.Request;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;

/** The certificates of all programs: one root that both sides trust, one server, one client. */
final class Pki {

    /** What protects the key stores. */
    static final char[] PASSWORD = "not secret".toCharArray();

    /** The common name of {@link #CLIENT}. */
    static final String CLIENT_NAME = "client of programs";

    /** Whom both sides trust. */
    static final Authority ROOT = Authority.create("Dovetail Programs Root");

    /** For localhost and 127.0.0.1. */
    static final Issued SERVER = ROOT.issue(Request.server("localhost").addresses("127.0.0.1"));

    /** For a client that has to show who it is. */
    static final Issued CLIENT = ROOT.issue(Request.client(CLIENT_NAME));

    /** A certificate for localhost that nobody here trusts. */
    static final Issued STRANGER =
            Authority.create("Nobody's Root").issue(Request.server("localhost").addresses("127.0.0.1"));

    private Pki() {}

    /** The server's key and certificate, in a store with the alias "own". */
    static KeyStore serverStore() {
        return SERVER.keyStore("own", PASSWORD);
    }

    /** The client's key and certificate, in a store with the alias "own". */
    static KeyStore clientStore() {
        return CLIENT.keyStore("own", PASSWORD);
    }

    /** The root alone. */
    static KeyStore trustStore() {
        return ROOT.trustStore();
    }

    /** A context of the stack under test: with a certificate, if one is given. */
    static SSLContext dovetail(Issued... own) {
        return Stack.DOVETAIL.context(own);
    }

    /** A context of the JDK's stack: with a certificate, if one is given. */
    static SSLContext jdk(Issued... own) {
        return Stack.JDK.context(own);
    }
}
