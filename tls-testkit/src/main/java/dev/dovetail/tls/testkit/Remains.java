package dev.dovetail.tls.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Secret;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.PrivateKey;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.security.auth.Destroyable;

/**
 * What can still be reached of a secret through the fields of something that was closed. It looks into arrays, big
 * numbers, secrets and keys; into the JDK's own objects it can't look, so what a JCA object keeps is not found.
 */
final class Remains {

    // Shorter ones turn up by chance.
    private static final int SHORTEST = 8;
    // A part may cut its key in two, for a cipher and a MAC.
    private static final int PIECE = 16;
    private static final int MOST_OBJECTS = 100_000;

    private final byte[] wanted;
    private final boolean privateKeys;
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Place> open = new ArrayDeque<>();

    private record Place(Object object, String path) {}

    private Remains(byte[] wanted, boolean privateKeys) {
        this.wanted = wanted;
        this.privateKeys = privateKeys;
    }

    /** A cipher, MAC or exchange must not have the bytes any more once it is closed, nor print them. */
    static void assertNothingLeftOf(byte[] secret, Object closed, String what) {
        if (secret.length < SHORTEST) return;
        assertThat(new Remains(secret, false).find(closed))
                .as(
                        "%s: close() left the secret behind; wipe arrays, close a Secret, and drop the reference to keys and"
                                + " engines that can't be wiped. Found in",
                        what)
                .isEmpty();
        assertThat(String.valueOf(closed))
                .as("%s: toString() prints the secret", what)
                .doesNotContainIgnoringCase(Hex.text(secret))
                .doesNotContain(Arrays.toString(secret));
    }

    /** Of a key pair nobody outside knows the private half; but what it was made of, and which keys must be gone. */
    static void assertNoPrivateKeyLeft(byte[] drawn, Object closed, String what) {
        // The outermost bytes are often changed: RFC 7748 5 sets and clears bits there.
        byte[] inner = drawn.length < SHORTEST + 2 ? drawn : Arrays.copyOfRange(drawn, 1, drawn.length - 1);
        assertThat(new Remains(inner, true).find(closed))
                .as(
                        "%s: close() left the private key behind; wipe arrays, close a Secret, and drop the reference to"
                                + " keys that can't be wiped. Found in",
                        what)
                .isEmpty();
    }

    private Optional<String> find(Object root) {
        visit(root, root.getClass().getSimpleName());
        while (!open.isEmpty() && seen.size() < MOST_OBJECTS) {
            Place place = open.remove();
            if (holds(place.object())) return Optional.of(place.path());
            descend(place);
        }
        return Optional.empty();
    }

    private void visit(Object object, String path) {
        if (object != null && seen.add(object)) open.add(new Place(object, path));
    }

    private boolean holds(Object object) {
        if (object instanceof Secret secret) return !secret.isClosed() && secret.with(this::contains);
        if (object instanceof Destroyable key && key.isDestroyed()) return false;
        if (object instanceof SecretKey key) return contains(key.getEncoded());
        if (object instanceof PrivateKey) return privateKeys;
        if (object instanceof BigInteger number) return contains(number.toByteArray());
        if (object instanceof byte[] bytes) return contains(bytes);
        if (object instanceof int[] words) return contains(words, ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN);
        return false;
    }

    private boolean contains(int[] words, ByteOrder... orders) {
        for (ByteOrder order : orders) {
            ByteBuffer bytes = ByteBuffer.allocate(4 * words.length).order(order);
            bytes.asIntBuffer().put(words);
            if (contains(bytes.array())) return true;
        }
        return false;
    }

    private boolean contains(byte[] bytes) {
        if (bytes == null || wanted.length < SHORTEST) return false;
        int length = Math.min(PIECE, wanted.length);
        for (int piece = 0; piece + length <= wanted.length; piece += SHORTEST) {
            for (int i = 0; i + length <= bytes.length; i++) {
                if (Arrays.equals(wanted, piece, piece + length, bytes, i, i + length)) return true;
            }
        }
        return false;
    }

    private void descend(Place place) {
        Object object = place.object();
        if (object instanceof Object[] array) {
            for (int i = 0; i < array.length; i++) visit(array[i], place.path() + "[" + i + "]");
        } else if (object instanceof Collection<?> all) {
            List.copyOf(all).forEach(one -> visit(one, place.path() + "[]"));
        } else if (object instanceof Map<?, ?> map) {
            map.values().forEach(one -> visit(one, place.path() + "[]"));
        } else if (object instanceof Optional<?> optional) {
            optional.ifPresent(one -> visit(one, place.path()));
        } else if (Proxy.isProxyClass(object.getClass())) {
            visit(Proxy.getInvocationHandler(object), place.path());
        } else if (!(object instanceof Secret)) {
            for (Class<?> type = object.getClass(); isOpen(type); type = type.getSuperclass()) fields(place, type);
        }
    }

    private static boolean isOpen(Class<?> type) {
        return type != null
                && !type.isArray()
                && !type.isEnum()
                && !type.getName().startsWith("java");
    }

    private void fields(Place place, Class<?> type) {
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) || field.getType().isPrimitive()) continue;
            try {
                field.setAccessible(true);
                visit(field.get(place.object()), place.path() + "." + field.getName());
            } catch (InaccessibleObjectException | IllegalAccessException e) {
                // A closed module: what it keeps is its own affair.
            }
        }
    }
}
