package dev.dovetail.tls.handshake;

import dev.dovetail.tls.api.wire.WireWriter;
import dev.dovetail.tls.handshake.client.ClientStart;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.State;
import dev.dovetail.tls.handshake.message.HandshakeMessage;
import dev.dovetail.tls.handshake.message.HandshakeType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;

/**
 * A client's first state whose ClientHello is changed before it goes out. Unlike a change on the way, its own transcript has
 * the change too, so that the handshake can succeed.
 *
 * @param inner makes the hello
 * @param amendment what is changed
 */
record AmendedHello(State inner, Consumer<HelloEdit> amendment) implements State {

    static TlsEngine client(ClientConfig.Builder client, Consumer<HelloEdit> amendment) {
        ClientConfig config = client.build();
        return EngineAt.client(config, new AmendedHello(ClientStart.with(config), amendment));
    }

    @Override
    public State begin(Effects effects) {
        return inner.begin((Effects) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Effects.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("send") && arguments[0].equals(HandshakeType.CLIENT_HELLO)) {
                        @SuppressWarnings("unchecked") // the type of Effects.send's second parameter
                        byte[] body = amended((Consumer<WireWriter>) arguments[1]);
                        return effects.send(HandshakeType.CLIENT_HELLO, out -> out.bytes("amended", body));
                    }
                    try {
                        return method.invoke(effects, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private byte[] amended(Consumer<WireWriter> body) {
        WireWriter out = WireWriter.of("ClientHello");
        body.accept(out);
        byte[] message = Messages.of(HandshakeType.CLIENT_HELLO, out.toBytes());
        return Messages.body(HelloEdit.edit(amendment).apply(message));
    }

    @Override
    public State on(HandshakeMessage message, Effects effects) {
        return inner.on(message, effects);
    }

    @Override
    public void close() {
        inner.close();
    }
}
