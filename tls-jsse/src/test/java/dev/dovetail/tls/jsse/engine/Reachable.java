package dev.dovetail.tls.jsse.engine;

import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.spi.Part;
import dev.dovetail.tls.handshake.session.ClientSessions;
import dev.dovetail.tls.handshake.session.ServerSessions;
import dev.dovetail.tls.jsse.session.SessionContext;
import dev.dovetail.tls.jsse.setup.Scratch;
import dev.dovetail.tls.jsse.setup.TlsContext;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The objects that one connection keeps alive, through fields of our own classes, arrays and collections. What contexts
 * share is left out, and into the JDK's own objects it can't look.
 */
final class Reachable {

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Place> open = new ArrayDeque<>();
    private final List<Place> found = new ArrayList<>();

    private record Place(Object object, String path) {}

    private Reachable() {}

    static Reachable from(Object root) {
        Reachable reachable = new Reachable();
        reachable.visit(root, root.getClass().getSimpleName());
        while (!reachable.open.isEmpty()) reachable.expand(reachable.open.remove());
        return reachable;
    }

    /** Where all objects of our own classes are. */
    List<String> paths() {
        return paths("");
    }

    /** Where those are whose class, or one of its parents, has this in its name. */
    List<String> paths(String name) {
        return found.stream()
                .filter(place -> isOurs(place.object().getClass()))
                .filter(place -> isNamed(place.object().getClass(), name))
                .map(Place::path)
                .toList();
    }

    /** How long all arrays of bytes are together. */
    long bytes() {
        return found.stream()
                .map(Place::object)
                .filter(byte[].class::isInstance)
                .mapToLong(bytes -> ((byte[]) bytes).length)
                .sum();
    }

    private static boolean isNamed(Class<?> type, String name) {
        if (type == null) return false;
        if (type.getSimpleName().contains(name) || isNamed(type.getSuperclass(), name)) return true;
        for (Class<?> face : type.getInterfaces()) {
            if (isNamed(face, name)) return true;
        }
        return false;
    }

    private void visit(Object object, String path) {
        if (object == null || isShared(object) || !seen.add(object)) return;
        Place place = new Place(object, path);
        found.add(place);
        open.add(place);
    }

    private static boolean isShared(Object object) {
        return object instanceof TlsContext
                || object instanceof Scratch
                || object instanceof SessionContext
                || object instanceof ClientSessions
                || object instanceof ServerSessions
                || object instanceof Catalog
                || object instanceof Selection
                || object instanceof Part
                || object instanceof Class<?>
                || object instanceof Enum<?>;
    }

    private void expand(Place place) {
        Object object = place.object();
        if (object instanceof Object[] array) {
            for (Object one : array) visit(one, place.path() + "[]");
        } else if (object instanceof Collection<?> all) {
            List.copyOf(all).forEach(one -> visit(one, place.path() + "[]"));
        } else if (object instanceof Map<?, ?> map) {
            map.values().forEach(one -> visit(one, place.path() + "[]"));
        } else if (object instanceof Optional<?> optional) {
            optional.ifPresent(one -> visit(one, place.path()));
        } else if (object instanceof AtomicReference<?> reference) {
            visit(reference.get(), place.path());
        } else if (object instanceof CompletableFuture<?> future) {
            if (future.isDone() && !future.isCompletedExceptionally()) visit(future.join(), place.path());
        } else if (isOurs(object.getClass())) {
            for (Class<?> type = object.getClass(); isOurs(type); type = type.getSuperclass()) fields(place, type);
        }
    }

    private void fields(Place place, Class<?> type) {
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) || field.getType().isPrimitive()) continue;
            try {
                field.setAccessible(true);
                visit(field.get(place.object()), place.path() + "." + field.getName());
            } catch (IllegalAccessException e) {
                throw new AssertionError(field.toString(), e);
            }
        }
    }

    private static boolean isOurs(Class<?> type) {
        return type != null && type.getName().startsWith("dev.dovetail.");
    }
}
