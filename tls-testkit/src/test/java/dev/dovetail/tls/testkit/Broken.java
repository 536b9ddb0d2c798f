package dev.dovetail.tls.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Good parts with one method spoilt, to see whether a contract notices. */
final class Broken {

    private Broken() {}

    /** What the spoilt method does instead. */
    interface Change {
        Object call(Object[] arguments, Original original) throws Throwable;
    }

    /** What the method did when it was good. */
    interface Original {
        Object call(Object... arguments) throws Throwable;
    }

    /**
     * A part in which all methods of a name are spoilt, also those of what it hands out.
     *
     * @param type the part's interface
     * @param good the part
     * @param method the name of the spoilt methods
     * @param change what they do instead
     */
    static <T> T at(Class<T> type, T good, String method, Change change) {
        return type.cast(wrapped(type, good, method, change));
    }

    /**
     * A good object that keeps something that it should have forgotten.
     *
     * @param type the object's interface
     * @param good the object
     * @param kept what can be reached from it forever
     */
    static <T> T keeping(Class<T> type, T good, Object kept) {
        return at(type, good, "no method has this name", (arguments, original) -> kept);
    }

    private static Object wrapped(Class<?> type, Object good, String name, Change change) {
        return Proxy.newProxyInstance(Broken.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
            Object[] arguments = given == null ? new Object[0] : given;
            Object result = method.getName().equals(name)
                    ? change.call(arguments, changed -> invoke(good, method, changed))
                    : invoke(good, method, arguments);
            Class<?> answer = method.getReturnType();
            boolean handedOut = answer.isInterface() && answer.getName().startsWith("dev.dovetail");
            return handedOut ? wrapped(answer, result, name, change) : result;
        });
    }

    private static Object invoke(Object good, Method method, Object... arguments) throws Throwable {
        try {
            method.setAccessible(true);
            return method.invoke(good, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
