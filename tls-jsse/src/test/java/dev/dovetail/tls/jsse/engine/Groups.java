package dev.dovetail.tls.jsse.engine;

import java.security.AlgorithmConstraints;
import java.security.AlgorithmParameters;
import java.security.CryptoPrimitive;
import java.security.Key;
import java.util.Set;
import javax.net.ssl.SSLParameters;

/** Which groups an engine may agree on: by forbidding the others, and since Java 20 by name. */
final class Groups {

    private Groups() {}

    static void only(SSLParameters parameters, String group) {
        parameters.setAlgorithmConstraints(new Only(group));
        try {
            SSLParameters.class.getMethod("setNamedGroups", String[].class).invoke(parameters, (Object)
                    new String[] {group});
        } catch (NoSuchMethodException e) {
            // Java 17: the constraints have to do.
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** Permits no other key agreement. */
    private record Only(String group) implements AlgorithmConstraints {

        private static final Set<String> GROUPS = Set.of("x25519", "x448", "secp256r1", "secp384r1", "secp521r1");

        @Override
        public boolean permits(Set<CryptoPrimitive> uses, String algorithm, AlgorithmParameters parameters) {
            String name = algorithm.toLowerCase(java.util.Locale.ROOT);
            boolean other = GROUPS.contains(name) || name.startsWith("ffdhe") || name.contains("mlkem");
            return name.equals(group) || !other || !uses.contains(CryptoPrimitive.KEY_AGREEMENT);
        }

        @Override
        public boolean permits(Set<CryptoPrimitive> uses, Key key) {
            return true;
        }

        @Override
        public boolean permits(Set<CryptoPrimitive> uses, String algorithm, Key key, AlgorithmParameters parameters) {
            return permits(uses, algorithm, parameters);
        }
    }
}
