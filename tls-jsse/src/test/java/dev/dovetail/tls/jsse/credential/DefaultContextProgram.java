package dev.dovetail.tls.jsse.credential;

import dev.dovetail.tls.jsse.DovetailProvider;
import java.security.Security;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/** A program that registers the provider, and for the rest has its properties. Runs in a JVM of its own. */
final class DefaultContextProgram {

    private DefaultContextProgram() {}

    public static void main(String[] arguments) throws Exception {
        if (!Boolean.getBoolean("registered")) Security.insertProviderAt(new DovetailProvider(), 1);
        SSLContext context = SSLContext.getDefault();
        SSLEngine client = Contexts.client(context);
        EnginePair pair = new EnginePair(client, Contexts.server(context));
        pair.server.engine.setNeedClientAuth(true);
        boolean talks = pair.run().talks();
        System.out.println(context.getProvider().getName() + " " + context.getProtocol() + " talks: " + talks + " "
                + pair.client.failure + " " + pair.server.failure);
        System.out.println(
                client.getSession().getProtocol() + " " + client.getSession().getCipherSuite());
    }
}
