package dev.dovetail.tls.jsse;

import dev.dovetail.tls.api.Role;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.event.TlsObserver;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * What {@code javax.net.ssl} has no word for: which parts there are, what is on by default, and who watches. An immutable
 * value.
 *
 * @param catalog the parts; its usable suites are the supported ones
 * @param selection what is enabled unless an {@link javax.net.ssl.SSLParameters} says otherwise
 * @param observers called for each connection with our role: who watches it
 * @param keyLog where secrets are written
 * @param anonymousServersAccepted whether clients may offer the anonymous suites that they enable
 */
public record DovetailOptions(
        Catalog catalog,
        Selection selection,
        Optional<Function<Role, TlsObserver>> observers,
        Optional<Path> keyLog,
        boolean anonymousServersAccepted) {

    /**
     * With all that a catalog has, and {@link Selection#modern} of it on.
     *
     * @param catalog the parts
     * @return the options
     */
    public static DovetailOptions of(Catalog catalog) {
        return of(catalog, Selection.modern(catalog));
    }

    /**
     * With all that a catalog has, and a selection of it on.
     *
     * @param catalog the parts
     * @param selection made from the same catalog
     * @return the options
     */
    public static DovetailOptions of(Catalog catalog, Selection selection) {
        return new DovetailOptions(catalog, selection, Optional.empty(), Optional.empty(), false);
    }

    /**
     * Lets somebody watch every connection.
     *
     * @param perConnection makes an observer for each connection
     * @return new options
     */
    public DovetailOptions observedBy(Function<Role, TlsObserver> perConnection) {
        return new DovetailOptions(catalog, selection, Optional.of(perConnection), keyLog, anonymousServersAccepted);
    }

    /**
     * Writes every connection's secrets to a file in the format of NSS (RFC 9850). Whoever reads it can read the
     * connections.
     *
     * @param file appended to, made for its owner only
     * @return new options
     */
    public DovetailOptions insecureKeyLog(Path file) {
        return new DovetailOptions(catalog, selection, observers, Optional.of(file), anonymousServersAccepted);
    }

    /**
     * Has clients offer the anonymous suites that they enable, with which a server proves nothing.
     *
     * @return new options
     */
    public DovetailOptions insecureAnonymousServers() {
        return new DovetailOptions(catalog, selection, observers, keyLog, true);
    }
}
