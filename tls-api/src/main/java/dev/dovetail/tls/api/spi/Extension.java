package dev.dovetail.tls.api.spi;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Role;
import java.util.Optional;

/**
 * A protocol extension that somebody else brings. It negotiates a value between ClientHello and the server's answer
 * (ServerHello in TLS 1.2, EncryptedExtensions in TLS 1.3) and can reach neither keys nor messages. To refuse the peer it
 * throws {@link dev.dovetail.tls.api.Fault#EXTENSION_REFUSED}.
 *
 * @param <V> the value
 */
public interface Extension<V> extends ExtensionCodec<V>, Part {

    /**
     * Client: what to ask for.
     *
     * @param context what the extension may know
     * @return the value to send, or empty to stay silent
     */
    Optional<V> offer(Context context);

    /**
     * Server: the client asked. Called once the version is known.
     *
     * @param offered what it asked for
     * @param context what the extension may know
     * @return the answer, or empty to stay silent
     */
    Optional<V> accept(V offered, Context context);

    /**
     * Client: the server answered.
     *
     * @param answer what it said
     * @param context what the extension may know
     */
    void answered(V answer, Context context);

    /**
     * The peer said nothing: the client did not ask (on a server), or the server did not answer an offer (on a client).
     *
     * @param context what the extension may know
     */
    default void absent(Context context) {}

    /** What a third-party extension may know and do. */
    interface Context {

        /**
         * Which end this is.
         *
         * @return our role
         */
        Role role();

        /**
         * The version.
         *
         * @return empty while the client still offers several
         */
        Optional<ProtocolVersion> version();

        /**
         * The name of the server that the client asks for.
         *
         * @return empty if none was sent
         */
        Optional<String> serverName();

        /**
         * Keeps a value for the application, which finds it under the extension's name.
         *
         * @param value what was agreed; printed by its {@code toString}
         */
        void agree(Object value);
    }
}
