package dev.dovetail.tls.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;

/** Runs one test of a contract on a part that has to fail it. */
final class Trial {

    private Trial() {}

    /**
     * Makes sure that a contract notices and says what is wrong.
     *
     * @param contract the contract, over a broken part
     * @param test the test that has to fail
     * @param words parts of its message
     */
    static void condemns(Object contract, String test, String... words) throws Exception {
        Method method = test(contract.getClass(), test);
        method.setAccessible(true);
        Throwable thrown = catchThrowable(() -> {
            try {
                method.invoke(contract);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
        assertThat(thrown)
                .as("%s, on a broken part", test)
                .isInstanceOf(AssertionError.class)
                .message()
                .contains(words);
    }

    private static Method test(Class<?> contract, String name) throws NoSuchMethodException {
        for (Class<?> type = contract; type != null; type = type.getSuperclass()) {
            for (Method method : type.getDeclaredMethods()) {
                if (method.getName().equals(name) && method.isAnnotationPresent(Test.class)) return method;
            }
        }
        throw new NoSuchMethodException(contract + " has no test " + name);
    }
}
