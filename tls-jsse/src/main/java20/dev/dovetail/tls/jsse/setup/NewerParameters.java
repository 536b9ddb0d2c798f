package dev.dovetail.tls.jsse.setup;

import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/** What {@link SSLParameters} got after Java 17, on a JDK that has it. */
final class NewerParameters {

    private NewerParameters() {}

    /** Null if nobody chose. */
    static String @Nullable [] namedGroups(SSLParameters parameters) {
        return parameters.getNamedGroups();
    }

    /** Null if nobody chose. */
    static String @Nullable [] signatureSchemes(SSLParameters parameters) {
        return parameters.getSignatureSchemes();
    }

    /** Null leaves the choice open. */
    static void namedGroups(SSLParameters parameters, String @Nullable [] names) {
        parameters.setNamedGroups(names);
    }

    /** Null leaves the choice open. */
    static void signatureSchemes(SSLParameters parameters, String @Nullable [] names) {
        parameters.setSignatureSchemes(names);
    }
}
