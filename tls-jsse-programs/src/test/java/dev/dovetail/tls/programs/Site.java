package dev.dovetail.tls.programs;

import java.net.URI;
import java.util.List;
import javax.net.ssl.SSLContext;

/** A web server that is running on a free port of the loopback address and serves {@link Pages}. */
interface Site extends AutoCloseable {

    /** Starts a server of one make. */
    interface Make {

        /**
         * Starts it.
         *
         * @param context what it speaks TLS with; nothing else is to be chosen
         * @param clients whether every client has to show a certificate
         */
        Site start(SSLContext context, boolean clients) throws Exception;
    }

    Pages pages();

    int port();

    /** Ends it and everything that it started. */
    @Override
    void close() throws Exception;

    /** Where a page is. */
    default URI uri(String path) {
        return URI.create("https://localhost:" + port() + path);
    }

    /** Everyone who asked for a page so far. */
    default List<Visit> visits(String path) {
        return pages().visits().stream()
                .filter(visit -> visit.path().equals(path))
                .toList();
    }
}
