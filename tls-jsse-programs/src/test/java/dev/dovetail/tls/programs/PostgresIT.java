package dev.dovetail.tls.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.programs.DovetailSockets.Choice;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PostgreSQL's JDBC driver talks to its server, which has OpenSSL, over our provider. */
class PostgresIT {

    private static final int CONNECTIONS = 100;

    private static Postgres postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = Postgres.start(Pki.SERVER);
    }

    @AfterAll
    static void stop() throws IOException {
        if (postgres != null) postgres.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {Pairing.TLS_1_3, Pairing.TLS_1_2})
    void agreesWithTheServerOnWhatWasNegotiated(String version) throws Exception {
        try (Choice choice = choice(version);
                Connection connection = connect(choice, Postgres.OWNER)) {
            SSLSession session = choice.made().getSession();
            Stack.DOVETAIL.assertMade(choice.made());
            Facts.assertSession(session, version, Stack.DOVETAIL);
            assertThat(session.getPeerPrincipal().getName()).isEqualTo("CN=localhost");
            assertThat(about(connection, "version")).isEqualTo(version);
            // OpenSSL has names of its own for the suites of TLS 1.2.
            if (version.equals(Pairing.TLS_1_3)) {
                assertThat(about(connection, "cipher")).isEqualTo(session.getCipherSuite());
            }
            assertThat(about(connection, "client_dn")).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Pairing.TLS_1_3, Pairing.TLS_1_2})
    void storesALargeValueAndGetsItBack(String version) throws SQLException {
        try (Choice choice = choice(version);
                Connection connection = connect(choice, Postgres.OWNER);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE kept (value bytea)");
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO kept VALUES (?)")) {
                insert.setBytes(1, Facts.large());
                insert.execute();
            }
            try (ResultSet kept = statement.executeQuery("SELECT value FROM kept")) {
                assertThat(kept.next()).isTrue();
                Facts.assertLarge(kept.getBytes(1));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Pairing.TLS_1_3, Pairing.TLS_1_2})
    void isKnownByItsCertificate(String version) throws SQLException {
        try (Choice choice = choice(version, Pki.CLIENT);
                Connection connection = connect(choice, Postgres.MEMBER)) {
            assertThat(answer(connection, "SELECT current_user")).isEqualTo(Postgres.MEMBER);
            assertThat(about(connection, "client_dn")).isEqualTo("/CN=" + Pki.CLIENT_NAME);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Pairing.TLS_1_3, Pairing.TLS_1_2})
    void isTurnedAwayWithoutACertificate(String version) {
        try (Choice choice = choice(version)) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> connect(choice, Postgres.MEMBER))
                    .withMessageContaining("requires a valid client certificate");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Pairing.TLS_1_3, Pairing.TLS_1_2})
    void bindsItsPasswordToTheConnection(String version) throws SQLException {
        Properties binding = new Properties();
        binding.setProperty("password", Postgres.GUEST);
        // RFC 5929 4: tls-server-end-point, for which the driver needs the server's certificate.
        binding.setProperty("channelBinding", "require");
        try (Choice choice = choice(version);
                Connection connection = connect(choice, Postgres.GUEST, binding)) {
            assertThat(answer(connection, "SELECT current_user")).isEqualTo(Postgres.GUEST);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Pairing.TLS_1_3, Pairing.TLS_1_2})
    void refusesAServerThatItDoesNotTrust(String version) throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(Authority.create("Another Root").trustStore());
        SSLContext context = Stack.DOVETAIL.context(new KeyManager[0], trust.getTrustManagers());
        try (Choice choice = new Choice(context, version)) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> connect(choice, Postgres.OWNER))
                    .withCauseInstanceOf(SSLHandshakeException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Pairing.TLS_1_3, Pairing.TLS_1_2})
    void noticesThatTheServerHungUp(String version) throws SQLException {
        try (Choice choice = choice(version);
                Connection connection = connect(choice, Postgres.OWNER)) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> answer(connection, "SELECT pg_terminate_backend(pg_backend_pid())"))
                    .withMessageContaining("terminating connection");
            assertThatExceptionOfType(SQLException.class).isThrownBy(() -> answer(connection, "SELECT 1"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Pairing.TLS_1_3, Pairing.TLS_1_2})
    void connectsAgainAndAgain(String version) throws SQLException {
        try (Choice choice = choice(version)) {
            for (int count = 0; count < CONNECTIONS; count++) {
                try (Connection connection = connect(choice, Postgres.OWNER)) {
                    assertThat(answer(connection, "SELECT " + count)).isEqualTo("" + count);
                }
            }
        }
    }

    private static Choice choice(String version, Issued... own) {
        return new Choice(Stack.DOVETAIL.context(own), version);
    }

    private static Connection connect(Choice choice, String user) throws SQLException {
        return connect(choice, user, new Properties());
    }

    private static Connection connect(Choice choice, String user, Properties more) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("sslmode", "verify-full");
        properties.setProperty("sslfactory", DovetailSockets.class.getName());
        properties.setProperty("sslfactoryarg", choice.ticket());
        properties.setProperty("socketTimeout", "" + Facts.PATIENCE.toSeconds());
        properties.putAll(more);
        return DriverManager.getConnection("jdbc:postgresql://localhost:" + postgres.port() + "/postgres", properties);
    }

    /** What the server knows of this connection. */
    private static String about(Connection connection, String column) throws SQLException {
        return answer(connection, "SELECT " + column + " FROM pg_stat_ssl WHERE pid = pg_backend_pid()");
    }

    private static String answer(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            assertThat(answer.next()).isTrue();
            return answer.getString(1);
        }
    }
}
