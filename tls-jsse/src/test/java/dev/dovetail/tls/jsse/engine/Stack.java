package dev.dovetail.tls.jsse.engine;

import dev.dovetail.tls.jsse.DovetailProvider;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/**
 * The stack that is tested: Dovetail. To see whether a failure is the test's, the system property
 * {@code dovetail.jsse.provider=SunJSSE} runs the same against the JDK's own stack, which is held to less.
 */
final class Stack {

    private static final String NAME = System.getProperty("dovetail.jsse.provider", "Dovetail");
    private static final Provider PROVIDER =
            NAME.equals("Dovetail") ? new DovetailProvider() : Security.getProvider(NAME);

    private Stack() {}

    /**
     * Whether the rules hold that go beyond what the JDK's stack does. That one wants room in the destination for
     * what a record could hold at most, whatever it does hold, and room for a whole packet before it wraps anything;
     * it answers overflow to a header alone; it decrypts in the source, and so fails where that is read-only; it
     * tells FINISHED again when a ticket comes; and it tells of a failed task by an exception each from wrap and
     * unwrap.
     */
    static boolean strict() {
        return NAME.equals("Dovetail");
    }

    /** The same of one engine, where two stacks meet. */
    static boolean strict(SSLEngine engine) {
        return !engine.getClass().getName().startsWith("sun.");
    }

    /** The one that is tested. */
    static SSLContext context(String protocol) {
        return context(protocol, PROVIDER);
    }

    /** The JDK's. */
    static SSLContext jdkContext(String protocol) {
        return context(protocol, Security.getProvider("SunJSSE"));
    }

    private static SSLContext context(String protocol, Provider provider) {
        try {
            return SSLContext.getInstance(protocol, provider);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
