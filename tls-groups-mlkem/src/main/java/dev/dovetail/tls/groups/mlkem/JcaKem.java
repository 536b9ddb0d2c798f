package dev.dovetail.tls.groups.mlkem;

import static java.lang.invoke.MethodType.methodType;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.NamedGroup.Encapsulated;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * {@code javax.crypto.KEM}, public since Java 21, for code that also runs on 17.
 *
 * <p>Choice: handles on its public methods instead of a multi-release jar, whose class for Java 24 a JDK 17 could not
 * compile: what is in the jar would depend on who built it.
 *
 * @param kem a {@code javax.crypto.KEM}
 */
record JcaKem(Object kem) {

    private static final Optional<Methods> METHODS = Methods.find();

    static JcaKem of(String algorithm) throws GeneralSecurityException {
        Methods methods = methods();
        return call(() -> new JcaKem(methods.instance().invoke(algorithm)));
    }

    Encapsulated encapsulate(PublicKey key, SecureRandom random) throws GeneralSecurityException {
        Methods methods = methods();
        return call(() -> {
            Object result = methods.encapsulate().invoke(methods.encapsulator().invoke(kem, key, null, random));
            SecretKey secret = (SecretKey) methods.secret().invoke(result);
            return new Encapsulated((byte[]) methods.ciphertext().invoke(result), Secret.of(secret.getEncoded()));
        });
    }

    Secret decapsulate(PrivateKey key, byte[] ciphertext) throws GeneralSecurityException {
        Methods methods = methods();
        return call(() -> {
            Object result = methods.decapsulate().invoke(methods.decapsulator().invoke(kem, key), ciphertext);
            return Secret.of(((SecretKey) result).getEncoded());
        });
    }

    private static Methods methods() throws NoSuchAlgorithmException {
        return METHODS.orElseThrow(() -> new NoSuchAlgorithmException("this JDK has no javax.crypto.KEM"));
    }

    private static <T> T call(Call<T> call) throws GeneralSecurityException {
        try {
            return call.call();
        } catch (GeneralSecurityException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError("the methods of javax.crypto.KEM throw nothing else", e);
        }
    }

    @FunctionalInterface
    private interface Call<T> {
        T call() throws Throwable;
    }

    /** The methods, by what they do. */
    private record Methods(
            MethodHandle instance,
            MethodHandle encapsulator,
            MethodHandle encapsulate,
            MethodHandle secret,
            MethodHandle ciphertext,
            MethodHandle decapsulator,
            MethodHandle decapsulate) {

        static Optional<Methods> find() {
            try {
                Class<?> kem = Class.forName("javax.crypto.KEM");
                Class<?> encapsulator = Class.forName("javax.crypto.KEM$Encapsulator");
                Class<?> encapsulated = Class.forName("javax.crypto.KEM$Encapsulated");
                Class<?> decapsulator = Class.forName("javax.crypto.KEM$Decapsulator");
                MethodHandles.Lookup lookup = MethodHandles.publicLookup();
                return Optional.of(new Methods(
                        lookup.findStatic(kem, "getInstance", methodType(kem, String.class)),
                        lookup.findVirtual(
                                kem,
                                "newEncapsulator",
                                methodType(
                                        encapsulator,
                                        PublicKey.class,
                                        AlgorithmParameterSpec.class,
                                        SecureRandom.class)),
                        lookup.findVirtual(encapsulator, "encapsulate", methodType(encapsulated)),
                        lookup.findVirtual(encapsulated, "key", methodType(SecretKey.class)),
                        lookup.findVirtual(encapsulated, "encapsulation", methodType(byte[].class)),
                        lookup.findVirtual(kem, "newDecapsulator", methodType(decapsulator, PrivateKey.class)),
                        lookup.findVirtual(decapsulator, "decapsulate", methodType(SecretKey.class, byte[].class))));
            } catch (ReflectiveOperationException e) {
                return Optional.empty();
            }
        }
    }
}
