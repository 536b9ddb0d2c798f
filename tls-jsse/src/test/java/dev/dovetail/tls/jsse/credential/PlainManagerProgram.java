package dev.dovetail.tls.jsse.credential;

import dev.dovetail.tls.certificates.Authority;
import dev.dovetail.tls.certificates.Issued;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.certificates.Request;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * A program whose clients judge by trust managers that are not the JDK's: one that only knows chains, and ours. Runs
 * in a JVM of its own.
 */
final class PlainManagerProgram {

    private PlainManagerProgram() {}

    public static void main(String[] arguments) {
        Authority root = Authority.create("root");
        Issued rsa = root.issue(Request.server(Contexts.HOST).key(KeyKind.RSA_2048));
        X509TrustManager own = Contexts.trustManager(root);
        X509TrustManager plain = new X509TrustManager() {
            @Override
            public void checkClientTrusted(X509Certificate[] chain, String authType) {}

            @Override
            public void checkServerTrusted(X509Certificate[] chain, String authType) {}

            @Override
            public X509Certificate[] getAcceptedIssuers() {
                return own.getAcceptedIssuers();
            }
        };
        System.out.println("plain " + talk(plain, rsa));
        System.out.println("own " + talk(own, rsa));
        System.out.println("elsewhere " + judged(own, rsa));
    }

    private static String talk(TrustManager trust, Issued server) {
        EnginePair pair = new EnginePair(
                Contexts.client(Contexts.dovetail(null, new TrustManager[] {trust})),
                Contexts.server(Contexts.dovetail(Contexts.keys(server), null)));
        return pair.run().talks() + " " + pair.client.failure + " " + pair.server.failure;
    }

    private static String judged(X509TrustManager trust, Issued server) {
        try {
            trust.checkServerTrusted(server.chain().toArray(X509Certificate[]::new), "UNKNOWN");
            return "true";
        } catch (CertificateException refused) {
            return "false " + refused.getMessage();
        }
    }
}
