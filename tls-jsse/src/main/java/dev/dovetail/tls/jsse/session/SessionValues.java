package dev.dovetail.tls.jsse.session;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionBindingEvent;
import javax.net.ssl.SSLSessionBindingListener;
import org.jspecify.annotations.Nullable;

/** What applications keep with a session. For many threads; listeners are called without a lock. */
final class SessionValues {

    private @Nullable Map<String, Object> values;

    /** The session is the one that was asked: several may share these values. */
    void put(SSLSession session, String name, Object value) {
        if (value == null) throw new IllegalArgumentException("no value for " + name);
        Object before;
        synchronized (this) {
            // Most sessions carry none, and an idle connection is to be small.
            if (values == null) values = new LinkedHashMap<>();
            before = values.put(checked(name), value);
        }
        if (value instanceof SSLSessionBindingListener listener) listener.valueBound(event(session, name));
        if (before instanceof SSLSessionBindingListener listener) listener.valueUnbound(event(session, name));
    }

    synchronized @Nullable Object get(String name) {
        checked(name);
        return values == null ? null : values.get(name);
    }

    void remove(SSLSession session, String name) {
        Object before;
        synchronized (this) {
            checked(name);
            before = values == null ? null : values.remove(name);
        }
        if (before instanceof SSLSessionBindingListener listener) listener.valueUnbound(event(session, name));
    }

    synchronized String[] names() {
        return values == null ? new String[0] : values.keySet().toArray(String[]::new);
    }

    private static SSLSessionBindingEvent event(SSLSession session, String name) {
        return new SSLSessionBindingEvent(session, name);
    }

    /** The interface wants an IllegalArgumentException for what is missing. */
    private static String checked(String name) {
        if (name == null) throw new IllegalArgumentException("a value needs a name");
        return name;
    }
}
