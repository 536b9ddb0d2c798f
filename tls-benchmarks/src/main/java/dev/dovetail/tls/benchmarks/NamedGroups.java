package dev.dovetail.tls.benchmarks;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
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

    static void set(SSLParameters parameters, List<String> groups) {
        if (SETTER.isEmpty()) return;
        try {
            SETTER.get().invoke(parameters, (Object) groups.toArray(String[]::new));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the groups " + groups + " can't be chosen", e);
        }
    }
}
