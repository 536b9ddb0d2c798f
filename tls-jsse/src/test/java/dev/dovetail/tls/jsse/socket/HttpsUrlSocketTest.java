package dev.dovetail.tls.jsse.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The JDK's own client over our sockets, with a server on the JDK's TLS. */
@Timeout(60)
class HttpsUrlSocketTest {

    private final Set<InetSocketAddress> clients = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpsServer server;
    private SSLSocketFactory factory;

    @BeforeEach
    void serve() throws Exception {
        // One for all: kept connections belong to their factory.
        factory = Stack.DOVETAIL.context().getSocketFactory();
        server = HttpsServer.create(new InetSocketAddress(Ends.HERE, 0), 50);
        server.setExecutor(threads);
        server.setHttpsConfigurator(new HttpsConfigurator(Stack.JDK.context()));
        server.createContext("/", exchange -> {
            clients.add(exchange.getRemoteAddress());
            byte[] body = exchange.getRequestBody().readAllBytes();
            byte[] answer = body.length == 0 ? "hello".getBytes() : body;
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void fetchesTwiceOverOneConnection() throws Exception {
        for (int i = 0; i < 2; i++) {
            HttpsURLConnection connection = open("localhost");
            connection.setReadTimeout(30_000);
            assertThat(connection.getInputStream().readAllBytes()).isEqualTo("hello".getBytes());
            assertThat(connection.getServerCertificates()).isNotEmpty();
            assertThat(connection.getCipherSuite()).isNotEmpty();
            assertThat(connection.getSSLSession().orElseThrow().getProtocol()).isEqualTo(Ends.TLS_1_3);
        }
        assertThat(clients).hasSize(1);
    }

    @Test
    void posts() throws Exception {
        byte[] data = SocketDataTest.random(500_000, 7);
        HttpsURLConnection connection = open("localhost");
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(data.length);
        connection.getOutputStream().write(data);
        assertThat(connection.getInputStream().readAllBytes()).isEqualTo(data);
        connection.disconnect();
    }

    @Test
    void reachesAnAddress() throws Exception {
        assertThat(open("127.0.0.1").getResponseCode()).isEqualTo(200);
    }

    @Test
    void trustsNoStranger() throws Exception {
        server.stop(0);
        server = HttpsServer.create(new InetSocketAddress(Ends.HERE, 0), 50);
        server.setHttpsConfigurator(new HttpsConfigurator(Stack.JDK.stranger()));
        server.start();
        HttpsURLConnection connection = open("localhost");
        assertThatThrownBy(connection::getResponseCode).isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void asksTheApplicationsVerifier() throws Exception {
        HttpsURLConnection connection = open("localhost");
        connection.setHostnameVerifier((host, session) -> {
            assertThat(host).isEqualTo("localhost");
            return true;
        });
        assertThat(connection.getResponseCode()).isEqualTo(200);
    }

    private HttpsURLConnection open(String host) throws Exception {
        HttpsURLConnection connection = (HttpsURLConnection)
                URI.create("https://" + host + ":" + server.getAddress().getPort() + "/")
                        .toURL()
                        .openConnection();
        connection.setSSLSocketFactory(factory);
        connection.setConnectTimeout(30_000);
        return connection;
    }
}
