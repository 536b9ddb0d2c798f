package dev.dovetail.tls.jsse.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.Role;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionContext;
import org.junit.jupiter.api.Test;

/** Which sessions a context lists, how many, and for how long. */
class SessionContextTest {

    private static final int TRIES = 100;

    private final SSLContext clients = Contexts.context(null, Contexts.trust());

    private int port = 1000;

    /** Each time of another server, so that none is resumed. */
    private SSLSession session() {
        return session(clients.createSSLEngine(Contexts.HOST, port++));
    }

    private SSLSession session(SSLEngine client) {
        client.setUseClientMode(true);
        Conversation.between(client, Course.TLS13.server(), Plan.plain()).handshake();
        return client.getSession();
    }

    private SSLSessionContext context() {
        return clients.getClientSessionContext();
    }

    private List<byte[]> ids() {
        return Collections.list(context().getIds());
    }

    @Test
    void aSessionIsListedUnderItsNumber() {
        SSLSession one = session();
        SSLSession two = session();
        assertThat(one.getSessionContext()).isSameAs(context());
        assertThat(one.getId()).hasSize(16).isNotEqualTo(two.getId());
        assertThat(ids()).containsExactlyInAnyOrder(one.getId(), two.getId());
        assertThat(context().getSession(one.getId())).isSameAs(one);
        assertThat(context().getSession(two.getId())).isSameAs(two);
        assertThat(context().getSession(new byte[16])).isNull();
        assertThat(context().getSession(new byte[0])).isNull();
        assertThat(Collections.list(clients.getServerSessionContext().getIds())).isEmpty();
        one.getId()[0]++;
        Arrays.fill(ids().get(0), (byte) 0);
        assertThat(context().getSession(one.getId())).isSameAs(one);
    }

    @Test
    void clientsAndServersHaveListsOfTheirOwn() {
        SSLContext both = Contexts.context(Contexts.serverKeys(), Contexts.trust());
        SSLEngine client = both.createSSLEngine();
        SSLEngine server = both.createSSLEngine();
        client.setUseClientMode(true);
        server.setUseClientMode(false);
        Conversation.between(client, server, Plan.plain()).handshake();
        assertThat(Collections.list(both.getClientSessionContext().getIds()))
                .containsExactly(client.getSession().getId());
        assertThat(Collections.list(both.getServerSessionContext().getIds()))
                .containsExactly(server.getSession().getId());
    }

    @Test
    void whatIsInvalidatedIsListedNoMore() {
        SSLSession session = session();
        SSLSession other = session();
        session.invalidate();
        session.invalidate();
        assertThat(session.isValid()).isFalse();
        assertThat(context().getSession(session.getId())).isNull();
        assertThat(ids()).containsExactly(other.getId());
    }

    @Test
    void sessionsEndWithTheTimeout() throws InterruptedException {
        assertThat(context().getSessionTimeout()).isEqualTo(86_400);
        assertThatThrownBy(() -> context().setSessionTimeout(-1)).isInstanceOf(IllegalArgumentException.class);
        SSLSession session = session();
        context().setSessionTimeout(1);
        assertThat(context().getSessionTimeout()).isEqualTo(1);
        while (System.currentTimeMillis() - session.getCreationTime() < 1000) Thread.sleep(20);
        assertThat(session.isValid()).isFalse();
        assertThat(context().getSession(session.getId())).isNull();
        assertThat(ids()).isEmpty();
        // For ever.
        context().setSessionTimeout(0);
        assertThat(session.isValid()).isTrue();
        assertThat(context().getSession(session.getId())).isSameAs(session);
    }

    @Test
    void theEldestGoWhenThereAreTooMany() {
        assertThat(context().getSessionCacheSize()).isEqualTo(20_480);
        assertThatThrownBy(() -> context().setSessionCacheSize(-1)).isInstanceOf(IllegalArgumentException.class);
        List<SSLSession> four = List.of(session(), session(), session(), session());
        context().setSessionCacheSize(3);
        assertThat(context().getSessionCacheSize()).isEqualTo(3);
        assertThat(ids())
                .containsExactly(
                        four.get(1).getId(), four.get(2).getId(), four.get(3).getId());
        SSLSession fifth = session();
        assertThat(ids())
                .hasSize(3)
                .contains(fifth.getId())
                .doesNotContain(four.get(1).getId());
        // Who is listed no more is valid all the same.
        assertThat(four.get(0).isValid()).isTrue();
        context().setSessionCacheSize(0);
        List<SSLSession> more = List.of(session(), session(), session());
        assertThat(ids()).hasSize(6).contains(more.get(2).getId());
    }

    /** Without a host's name nothing can be resumed. */
    @Test
    void sessionsThatNobodyRefersToDisappear() throws InterruptedException {
        byte[] lost = session(clients.createSSLEngine()).getId();
        byte[] resumable = session().getId();
        for (int tries = 0; tries < TRIES && context().getSession(lost) != null; tries++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(context().getSession(lost)).isNull();
        assertThat(ids()).containsExactly(resumable);
    }

    @Test
    void asLongAsTheEngineStandsSoDoesItsSession() throws InterruptedException {
        SSLEngine client = clients.createSSLEngine();
        client.setUseClientMode(true);
        Conversation talk = Conversation.between(client, Course.TLS12.server(), Plan.plain())
                .handshake();
        byte[] id = client.getSession().getId();
        for (int tries = 0; tries < 3; tries++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(context().getSession(id)).isSameAs(talk.engine(Role.CLIENT).getSession());
    }
}
