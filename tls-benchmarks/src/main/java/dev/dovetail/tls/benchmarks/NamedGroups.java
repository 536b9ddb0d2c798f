package dev.dovetail.tls.benchmarks;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLParameters;

/** Chooses the groups of one SSLEngine where the JDK lets us: from 20 on. */
final class NamedGroups {

    private static final Optional<Method> SETTER = Arrays.stream(SSLParameters.class.getMethods())
            .filter(method -> method.getName().equals("setNamedGroups"))
            .findFirst();

    private NamedGroups() {}

    static boolean settable() {
        return SETTER.isPresent();
    }

    static void set(SSLParameters parameters, String group) {
        if (SETTER.isEmpty()) return;
        try {
            SETTER.get().invoke(parameters, (Object) new String[] {group});
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the group " + group + " can't be chosen", e);
        }
    }
}
