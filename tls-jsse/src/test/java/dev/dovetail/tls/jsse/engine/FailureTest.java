package dev.dovetail.tls.jsse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Role;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Handshakes that must fail: one end says why, tells the other, and both are over. */
class FailureTest {

    @ParameterizedTest
    @EnumSource(names = {"TLS13", "TLS12"})
    void withoutACommonSuiteBothFail(Course course) {
        String client = course.tls13() ? "TLS_AES_128_GCM_SHA256" : "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256";
        String server = course.tls13() ? "TLS_AES_256_GCM_SHA384" : "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384";
        Conversation talk = course.begin(Plan.plain());
        talk.engine(Role.CLIENT).setEnabledCipherSuites(new String[] {client});
        talk.engine(Role.SERVER).setEnabledCipherSuites(new String[] {server});
        bothFail(talk, Role.SERVER);
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS13", "TLS12"})
    void withoutACommonVersionBothFail(Course course) {
        Course other = course == Course.TLS13 ? Course.TLS12 : Course.TLS13;
        bothFail(Conversation.between(course.client(), other.server(), Plan.plain()), Role.SERVER);
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS13_ALPN", "TLS12_ALPN"})
    void withoutACommonApplicationProtocolBothFail(Course course) {
        Conversation talk = course.begin(Plan.plain());
        SSLParameters parameters = talk.engine(Role.CLIENT).getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"nobody's"});
        talk.engine(Role.CLIENT).setSSLParameters(parameters);
        bothFail(talk, Role.SERVER);
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS13", "TLS12"})
    void aServerThatIsNotTrustedIsRefused(Course course) {
        bothFail(clientWith(course, Contexts.trustInOthers()), Role.CLIENT);
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS13", "TLS12"})
    void aTrustManagerMayRefuseForReasonsOfItsOwn(Course course) {
        Conversation talk = clientWith(course, new TrustManager[] {new Refusing()});
        bothFail(talk, Role.CLIENT);
        Throwable cause = talk.client().failures().get(0);
        while (cause.getCause() != null) cause = cause.getCause();
        assertThat(cause).isInstanceOf(CertificateException.class).hasMessage("not this one");
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS13", "TLS12"})
    void aTrustManagerThatBreaksEndsTheHandshake(Course course) {
        // The JDK's stack lets the exception out of the task and waits on.
        Assumptions.assumeTrue(Stack.strict());
        Conversation talk = clientWith(course, new TrustManager[] {new Broken()});
        talk.begin().pump();
        for (Role role : Role.values())
            assertThat(talk.end(role).failures()).as(talk.toString()).isNotEmpty();
        talk.over();
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS13", "TLS12"})
    void aServerWithoutAKeyRefuses(Course course) {
        SSLEngine server = Contexts.context(null, Contexts.trust()).createSSLEngine();
        server.setUseClientMode(false);
        bothFail(Conversation.between(course.client(), server, Plan.plain()), Role.SERVER);
    }

    /** In TLS 1.3 the client is through when the server reads that it is nobody. */
    @ParameterizedTest
    @EnumSource(names = {"TLS13_CLIENT_CERTIFICATE", "TLS12_CLIENT_CERTIFICATE"})
    void aClientWithoutACertificateIsRefusedWhereOneIsNeeded(Course course) {
        SSLEngine client = (course.tls13() ? Course.TLS13 : Course.TLS12).client();
        Conversation talk = Conversation.between(client, course.server(), Plan.plain());
        talk.begin().pump();
        assertThat(talk.server().failures()).first().isInstanceOf(SSLHandshakeException.class);
        assertThat(talk.client().failures()).as(talk.toString()).hasSize(1);
        assertThat(talk.server().finished()).isZero();
        talk.over();
    }

    /** Each record of a connection has a bit changed, which is not one of a length. */
    @ParameterizedTest
    @EnumSource
    void aChangedRecordIsNoticed(Course course) {
        for (Role who : Role.values()) {
            int records = course.connected(Plan.plain()).wire(who).lengths().size();
            for (int record = 0; record < records + 1; record++) {
                for (Plan plan : new Plan[] {
                    Plan.plain(), Plan.plain().plaintexts(0).packets(0).with(Memory.DIRECT)
                }) {
                    changed(course.begin(plan), who, record, FailureTest::place);
                }
            }
        }
    }

    /** Each record of a connection is of another kind than it says. */
    @ParameterizedTest
    @EnumSource
    void aRecordOfTheWrongTypeIsNoticed(Course course) {
        for (Role who : Role.values()) {
            int records = course.connected(Plan.plain()).wire(who).lengths().size();
            for (int record = 0; record < records + 1; record++) {
                changed(course.begin(Plan.plain()), who, record, bytes -> 0);
            }
        }
    }

    private static int place(byte[] record) {
        // Of the shortest it is the type of a message, of those in clear something within the last but one.
        return record.length < 10 ? Records.HEADER : record.length * 2 / 3;
    }

    /** The first record of data is one of them. */
    private static void changed(Conversation talk, Role who, int record, java.util.function.ToIntFunction<byte[]> at) {
        talk.wire(who)
                .changing(index -> index != record
                        ? null
                        : bytes -> {
                            bytes[at.applyAsInt(bytes)] ^= 0x40;
                            return bytes;
                        });
        talk.begin().queue(who, Data.of(10)).pump();
        talk.require(talk.failures() > 0, "record " + record + " was changed and nobody noticed");
        talk.require(talk.end(who.peer()).received().length == 0, "made data of record " + record);
        // The JDK's server is left waiting by a HelloRetryRequest whose answer is bad.
        if (Stack.strict()) talk.over();
    }

    private static Conversation clientWith(Course course, TrustManager[] trust) {
        SSLContext context = Contexts.context(null, trust);
        SSLEngine client = context.createSSLEngine();
        client.setUseClientMode(true);
        client.setEnabledProtocols(new String[] {course.protocol()});
        return Conversation.between(client, course.server(), Plan.plain());
    }

    /** One finds the fault, the other hears of it; each tells its caller once. */
    private static void bothFail(Conversation talk, Role finder) {
        talk.begin().pump();
        for (Role role : Role.values()) {
            End end = talk.end(role);
            assertThat(end.failures()).as(talk.toString()).first().isInstanceOf(SSLHandshakeException.class);
            assertThat(end.finished()).isZero();
            assertThat(end.engine().getHandshakeSession()).isNull();
            assertThat(end.engine().getSession().isValid()).isFalse();
        }
        SSLException heard = talk.end(finder.peer()).failures().get(0);
        assertThat(heard).hasMessageContaining("alert");
        talk.over();
    }

    /** Trusts nobody. */
    private static class Refusing implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            throw new CertificateException("not this one");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            throw new CertificateException("not this one");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    /** Has a fault of its own. */
    private static final class Broken extends Refusing {

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {
            throw new IllegalStateException("broken");
        }
    }
}
