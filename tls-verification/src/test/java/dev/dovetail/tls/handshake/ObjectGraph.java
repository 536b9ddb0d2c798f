package dev.dovetail.tls.handshake;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.event.TlsObserver;
import dev.dovetail.tls.handshake.credential.Credential;
import dev.dovetail.tls.handshake.session.ClientSessions;
import dev.dovetail.tls.handshake.session.TicketKeys;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;

/**
 * All objects that can be reached from one: through fields of our own classes and of lambdas, through arrays, collections
 * and futures. What the JDK's own objects hold inside is out of reach. Credentials and observers are the user's.
 */
final class ObjectGraph {

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> queue = new ArrayDeque<>();

    private ObjectGraph() {}

    static ObjectGraph from(Object root) {
        ObjectGraph graph = new ObjectGraph();
        graph.add(root);
        while (!graph.queue.isEmpty()) graph.expand(graph.queue.remove());
        return graph;
    }

    List<Secret> secrets() {
        return all(Secret.class);
    }

    List<SecretKey> keys() {
        return all(SecretKey.class);
    }

    List<byte[]> bytes() {
        return all(byte[].class);
    }

    /** Objects of our own classes. */
    List<Object> ours() {
        return seen.stream().filter(one -> isOurs(one.getClass())).toList();
    }

    private <T> List<T> all(Class<T> type) {
        return seen.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private void add(Object one) {
        if (one == null || one instanceof Credential || one instanceof TlsObserver) return;
        // What is kept of one connection for the next is not the connection's.
        if (one instanceof ClientSessions || one instanceof TicketKeys) return;
        if (one instanceof Class<?> || one instanceof Enum<?> || one instanceof String) return;
        if (seen.add(one)) queue.add(one);
    }

    private void expand(Object one) {
        if (one instanceof Object[] array) {
            for (Object element : array) add(element);
        } else if (one instanceof Collection<?> collection) {
            new ArrayList<>(collection).forEach(this::add);
        } else if (one instanceof Map<?, ?> map) {
            // What connections share is in use by other tests: our maps are guarded by themselves.
            synchronized (map) {
                map.keySet().forEach(this::add);
                map.values().forEach(this::add);
            }
        } else if (one instanceof Optional<?> optional) {
            optional.ifPresent(this::add);
        } else if (one instanceof java.util.concurrent.CompletableFuture<?> future) {
            if (future.isDone() && !future.isCompletedExceptionally()) add(future.join());
        } else if (isOurs(one.getClass())) {
            for (Class<?> type = one.getClass(); type != Object.class && type != null; type = type.getSuperclass()) {
                if (isOurs(type)) fields(one, type);
            }
        }
    }

    private void fields(Object owner, Class<?> type) {
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) || field.getType().isPrimitive()) continue;
            field.setAccessible(true);
            try {
                add(field.get(owner));
            } catch (IllegalAccessException e) {
                throw new AssertionError(field.toString(), e);
            }
        }
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("dev.dovetail.");
    }
}
