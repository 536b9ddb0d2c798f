package dev.dovetail.tls.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Secret;
import java.util.Map;
import java.util.TreeMap;

/** Remembers arrays and secrets that were lent to a part, and notices what it did to them. */
final class Lent {

    private final Map<String, byte[]> arrays = new TreeMap<>();
    private final Map<String, byte[]> before = new TreeMap<>();

    Lent array(String name, byte[] array) {
        arrays.put(name, array);
        before.put(name, array.clone());
        return this;
    }

    void assertUnchanged(String what) {
        arrays.forEach((name, array) -> assertThat(array)
                .as("%s changed its argument '%s', which it may only read", what, name)
                .isEqualTo(before.get(name)));
    }

    static void assertLeftToTheCaller(Secret secret, byte[] bytes, String what) {
        assertThat(secret.isClosed())
                .as("%s closed the caller's key: it is the caller's to close", what)
                .isFalse();
        assertThat(secret.matches(bytes))
                .as("%s changed the caller's key", what)
                .isTrue();
    }
}
