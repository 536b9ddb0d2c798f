package dev.dovetail.tls.provider.accp;

import dev.dovetail.tls.api.spi.Availability;
import java.security.Provider;

/**
 * The Amazon Corretto Crypto Provider: whether it works here, and its object. Choice: never registered with {@code
 * Security}, which would change what every other library in the process computes with; each part asks this object.
 *
 * <p>Loading it takes a quarter to half a second (it checks its signed jar, unpacks and links the library), and its
 * self tests about as long again, so nothing is loaded before somebody asks. Discovery does not: the catalog asks an
 * implementation for its availability when a name that it has is first needed, for a selection or an explanation, so
 * that is when a program with this module pays, once.
 */
final class Accp {

    static final String NAME = "ACCP";

    private Accp() {}

    /** Whether the provider is there, healthy, and has an algorithm of the JCA's type and name. */
    static Availability availability(String type, String algorithm) {
        return Holder.INSTALLATION.has(type, algorithm);
    }

    /**
     * The provider.
     *
     * @throws IllegalStateException if it does not work here
     */
    static Provider provider() {
        return Holder.INSTALLATION.provider();
    }

    /** Loaded at the first question, by the rules for class initialization: once, whoever asks. */
    private static final class Holder {
        static final Installation INSTALLATION = Installation.find();
    }
}
