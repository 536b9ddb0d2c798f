package dev.dovetail.tls.handshake.replay;

import dev.dovetail.tls.api.wire.WireWriter;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.Pending;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;

/**
 * A handshake's state that follows a script. Everything else is the state's own, and as soon as the connection stands there
 * is nothing but it.
 *
 * @param inner the real state
 * @param script what is done otherwise
 */
record Scripted(State inner, Script script) implements State {

    @Override
    public State begin(Effects effects) {
        Effects scripted = scripted(effects);
        return follow(inner.begin(scripted));
    }

    @Override
    public State on(HandshakeMessage message, Effects effects) {
        return follow(inner.on(message, scripted(effects)));
    }

    @Override
    public State onChangeCipherSpec(Effects effects) {
        return follow(inner.onChangeCipherSpec(scripted(effects)));
    }

    private State follow(State next) {
        if (next instanceof Pending wait) {
            return new Pending(
                    wait.step(),
                    () -> wait.work().get().thenApply(own -> script.outcome(wait.step(), own)),
                    result -> follow(wait.then().apply(result)),
                    wait.held(),
                    wait.before());
        }
        return next.connected() ? next : new Scripted(next, script);
    }

    /** The real effects, but for the bodies of messages. */
    private Effects scripted(Effects real) {
        return (Effects) Proxy.newProxyInstance(
                Effects.class.getClassLoader(), new Class<?>[] {Effects.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("send")) {
                        arguments[1] = scripted((int) arguments[0], arguments[1]);
                    }
                    return invoke(real, method, arguments);
                });
    }

    @SuppressWarnings("unchecked") // the second parameter of Effects.send
    private Consumer<WireWriter> scripted(int type, Object body) {
        WireWriter own = WireWriter.of("own");
        ((Consumer<WireWriter>) body).accept(own);
        byte[] bytes = script.body(type, own.toBytes());
        return out -> out.bytes("scripted", bytes);
    }

    private static Object invoke(Effects real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public boolean alertLevelCounts() {
        return inner.alertLevelCounts();
    }

    @Override
    public void close() {
        inner.close();
    }
}
