package dev.dovetail.tls.programs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/** How a client leaves a server without a word. */
enum Rudeness {
    /** It says nothing. */
    SILENCE {
        @Override
        void talk(Socket socket, Site site, Pairing pairing) {
            // That is all.
        }
    },
    /** It speaks no TLS. */
    PLAIN_HTTP {
        @Override
        void talk(Socket socket, Site site, Pairing pairing) throws IOException {
            say(socket.getOutputStream(), "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
        }
    },
    /** It sends half a ClientHello. */
    HALF_A_HELLO {
        @Override
        void talk(Socket socket, Site site, Pairing pairing) throws IOException {
            byte[] hello = hello(site, pairing);
            socket.getOutputStream().write(hello, 0, hello.length / 2);
        }
    },
    /** It is gone when the server's first flight comes. */
    HELLO {
        @Override
        void talk(Socket socket, Site site, Pairing pairing) throws IOException {
            socket.getOutputStream().write(hello(site, pairing));
        }
    },
    /** It reads the beginning of the server's first flight. */
    HALF_A_HANDSHAKE {
        @Override
        void talk(Socket socket, Site site, Pairing pairing) throws IOException {
            socket.getOutputStream().write(hello(site, pairing));
            read(socket.getInputStream(), 10);
        }
    },
    /** It sends half a body. */
    HALF_A_REQUEST {
        @Override
        void talk(Socket socket, Site site, Pairing pairing) throws IOException {
            OutputStream output = secured(socket, site, pairing).getOutputStream();
            byte[] body = Facts.large();
            say(output, "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + body.length + "\r\n\r\n");
            output.write(body, 0, body.length / 2);
        }
    },
    /** It reads the beginning of a body. */
    HALF_AN_ANSWER {
        @Override
        void talk(Socket socket, Site site, Pairing pairing) throws IOException {
            SSLSocket secured = secured(socket, site, pairing);
            say(secured.getOutputStream(), "GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n");
            read(secured.getInputStream(), 100_000);
        }
    };

    /** Connects, talks, and closes the connection under TLS. */
    void commit(Site site, Pairing pairing, boolean reset) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), site.port())) {
            socket.setSoTimeout((int) Facts.PATIENCE.toMillis());
            talk(socket, site, pairing);
            // Closes with RST instead of FIN.
            if (reset) socket.setSoLinger(true, 0);
        }
    }

    abstract void talk(Socket socket, Site site, Pairing pairing) throws IOException;

    private static SSLSocket secured(Socket socket, Site site, Pairing pairing) throws IOException {
        SSLSocket secured = (SSLSocket)
                pairing.client().context().getSocketFactory().createSocket(socket, "localhost", site.port(), false);
        secured.setEnabledProtocols(Call.upTo(pairing.version()));
        secured.startHandshake();
        return secured;
    }

    private static byte[] hello(Site site, Pairing pairing) throws SSLException {
        SSLEngine engine = pairing.client().context().createSSLEngine("localhost", site.port());
        engine.setUseClientMode(true);
        engine.setEnabledProtocols(Call.upTo(pairing.version()));
        ByteBuffer hello = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        engine.wrap(ByteBuffer.allocate(0), hello);
        return Arrays.copyOf(hello.array(), hello.position());
    }

    private static void say(OutputStream output, String text) throws IOException {
        output.write(text.getBytes(StandardCharsets.US_ASCII));
        output.flush();
    }

    private static void read(InputStream input, int length) throws IOException {
        if (input.readNBytes(length).length < length) throw new IOException("the server ended first");
    }
}
