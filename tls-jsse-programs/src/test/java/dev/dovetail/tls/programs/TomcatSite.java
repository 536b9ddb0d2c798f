package dev.dovetail.tls.programs;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.webresources.TomcatURLStreamHandlerFactory;
import org.apache.coyote.http2.Http2Protocol;
import org.apache.tomcat.util.modeler.Registry;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;

/** Tomcat with HTTP/1.1 and HTTP/2 over its NIO connector. */
final class TomcatSite implements Site {

    static {
        // Servers side by side in one JVM: nothing of theirs is to be the whole JVM's.
        TomcatURLStreamHandlerFactory.disable();
        Registry.disableRegistry();
    }

    private final Pages pages = new Pages();
    private final Tomcat server = new Tomcat();
    private final Connector connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");
    private final TomcatContext tls;
    private final Path folder;

    private TomcatSite(SSLContext context, boolean clients) throws IOException {
        // Not among the temporary ones: the first is the catalina.home of the JVM, which the next ones make once more.
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "tomcat")
                .toAbsolutePath();
        tls = new TomcatContext(context, Pki.SERVER);
        SSLHostConfig host = new SSLHostConfig();
        host.setCertificateVerification(clients ? "required" : "none");
        // Unasked it would enable whatever versions and suites the JDK has, which is more than there is here.
        host.setProtocols(Pairing.TLS_1_3 + "+" + Pairing.TLS_1_2);
        Map<Boolean, List<String>> suites = Stream.of(
                        context.getDefaultSSLParameters().getCipherSuites())
                .collect(Collectors.partitioningBy(suite -> suite.contains("_WITH_")));
        host.setCiphers(String.join(",", suites.get(true)));
        host.setCipherSuites(String.join(":", suites.get(false)));
        SSLHostConfigCertificate certificate =
                new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
        certificate.setSslContext(tls);
        host.addCertificate(certificate);
        connector.setPort(0);
        connector.setSecure(true);
        connector.setScheme("https");
        connector.setProperty("address", "127.0.0.1");
        connector.setProperty("SSLEnabled", "true");
        connector.addSslHostConfig(host);
        connector.addUpgradeProtocol(new Http2Protocol());
        server.setBaseDir(folder.toString());
        server.setConnector(connector);
        Context root = server.addContext("", folder.toString());
        Tomcat.addServlet(root, "pages", new Servlet()).addMapping("/*");
    }

    static TomcatSite start(SSLContext context, boolean clients) throws Exception {
        TomcatSite site = new TomcatSite(context, clients);
        site.server.start();
        return site;
    }

    @Override
    public Pages pages() {
        return pages;
    }

    @Override
    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() throws LifecycleException, IOException {
        server.stop();
        server.destroy();
        Folders.delete(folder);
    }

    private final class Servlet extends HttpServlet {

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            byte[] body = request.getInputStream().readAllBytes();
            String session = (String) request.getAttribute("jakarta.servlet.request.ssl_session_id");
            Visit visit = new Visit(request.getRequestURI(), request.getProtocol(), tls.session(session));
            Pages.Answer answer = pages.answer(visit, body);
            response.setContentType(answer.type());
            response.setContentLength(answer.body().length);
            if (answer.last() && visit.http().equals("HTTP/1.1")) response.setHeader("Connection", "close");
            response.getOutputStream().write(answer.body());
        }
    }
}
