package dev.dovetail.tls.jsse.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.Role;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionBindingEvent;
import javax.net.ssl.SSLSessionBindingListener;
import org.junit.jupiter.api.Test;

/** Who is told when values come to a session and go. */
class SessionValuesTest {

    private final List<String> told = new ArrayList<>();
    private final SSLSession session =
            Course.TLS13.connected(Plan.plain()).engine(Role.CLIENT).getSession();

    /** Notes what it is told, and that the session is the right one. */
    private final class Listening implements SSLSessionBindingListener {

        private final String who;

        private Listening(String who) {
            this.who = who;
        }

        @Override
        public void valueBound(SSLSessionBindingEvent event) {
            note("bound", event);
        }

        @Override
        public void valueUnbound(SSLSessionBindingEvent event) {
            note("unbound", event);
        }

        private void note(String what, SSLSessionBindingEvent event) {
            assertThat(event.getSession()).isSameAs(session);
            told.add(who + " " + what + " " + event.getName());
        }
    }

    @Test
    void aValueIsToldThatItIsBoundAndUnbound() {
        Listening one = new Listening("one");
        session.putValue("name", one);
        assertThat(session.getValue("name")).isSameAs(one);
        assertThat(told).containsExactly("one bound name");
        session.removeValue("name");
        assertThat(session.getValue("name")).isNull();
        assertThat(told).containsExactly("one bound name", "one unbound name");
        session.removeValue("name");
        assertThat(told).hasSize(2);
    }

    @Test
    void aValueThatIsReplacedIsUnbound() {
        session.putValue("name", new Listening("one"));
        session.putValue("name", new Listening("two"));
        assertThat(told).containsExactly("one bound name", "two bound name", "one unbound name");
        session.putValue("name", "no listener");
        assertThat(told).hasSize(4).endsWith("two unbound name");
        assertThat(session.getValueNames()).containsExactly("name");
    }

    @Test
    void oneValueMayHaveTwoNames() {
        Listening one = new Listening("one");
        session.putValue("first", one);
        session.putValue("second", one);
        session.removeValue("first");
        assertThat(told).containsExactly("one bound first", "one bound second", "one unbound first");
        assertThat(session.getValue("second")).isSameAs(one);
        assertThat(session.getValueNames()).containsExactly("second");
    }

    @Test
    void withoutANameOrAValueNothingIsKept() {
        assertThatThrownBy(() -> session.putValue("name", null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> session.putValue(null, "value")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> session.getValue(null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> session.removeValue(null)).isInstanceOf(IllegalArgumentException.class);
        assertThat(session.getValueNames()).isEmpty();
    }

    /** A listener may look at the session, or change it: nobody holds a lock. */
    @Test
    void aListenerMayUseTheSession() {
        session.putValue("name", new SSLSessionBindingListener() {
            @Override
            public void valueBound(SSLSessionBindingEvent event) {
                event.getSession().putValue("other", "value");
            }

            @Override
            public void valueUnbound(SSLSessionBindingEvent event) {
                event.getSession().removeValue("other");
            }
        });
        assertThat(session.getValueNames()).containsExactly("name", "other");
        session.removeValue("name");
        assertThat(session.getValueNames()).isEmpty();
    }
}
