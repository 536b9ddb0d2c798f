package dev.dovetail.tls.jsse.setup;

import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * What {@link SSLParameters} got after Java 17: signature schemes in 19, named groups in 20. On those JDKs the jar's class of
 * the same name for Java 20 stands in this one's place.
 */
final class NewerParameters {

    private NewerParameters() {}

    /** Null if nobody chose. */
    static String @Nullable [] namedGroups(SSLParameters parameters) {
        return null;
    }

    /** Null if nobody chose. */
    static String @Nullable [] signatureSchemes(SSLParameters parameters) {
        return null;
    }

    /** Does nothing: there is nothing to be set. */
    static void namedGroups(SSLParameters parameters, String @Nullable [] names) {}

    /** Does nothing: there is nothing to be set. */
    static void signatureSchemes(SSLParameters parameters, String @Nullable [] names) {}
}
