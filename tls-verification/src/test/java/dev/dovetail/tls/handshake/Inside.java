package dev.dovetail.tls.handshake;

import java.lang.reflect.Field;

/** Private fields, for what no test can reach otherwise. */
final class Inside {

    private Inside() {}

    static Object field(Object owner, String name) {
        try {
            return find(owner, name).get(owner);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    static void set(Object owner, String name, long value) {
        try {
            find(owner, name).setLong(owner, value);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static Field find(Object owner, String name) {
        for (Class<?> type = owner.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!field.getName().equals(name)) continue;
                field.setAccessible(true);
                return field;
            }
        }
        throw new AssertionError(owner.getClass() + " has no field " + name);
    }
}
