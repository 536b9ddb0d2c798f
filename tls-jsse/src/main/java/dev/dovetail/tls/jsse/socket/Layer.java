package dev.dovetail.tls.jsse.socket;

import java.io.InputStream;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/**
 * A socket that somebody else connected, and what is to become of it.
 *
 * @param socket under the TLS connection
 * @param consumed what was read of it before; null for nothing
 * @param autoClose whether it is closed with the TLS connection
 */
record Layer(Socket socket, @Nullable InputStream consumed, boolean autoClose) {}
