package dev.dovetail.tls.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.CipherSuite;
import java.util.Set;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** A stack behind the JDK's {@code SSLEngine}. */
abstract class EnginePartner extends MemoryPartner<JsseEnd> {

    /** A context that trusts our root, with the certificate and the key of the trial if it has them. */
    abstract SSLContext context(Trial trial, boolean server);

    /** The names of its suites. */
    abstract Set<String> suites();

    @Override
    public boolean has(CipherSuite suite) {
        return suites().contains(name(suite));
    }

    /** Its name of a suite: what SSL had already, JSSE still calls so. */
    final String name(CipherSuite suite) {
        String old = suite.name().replaceFirst("^TLS_", "SSL_");
        return suites().contains(old) ? old : suite.name();
    }

    /** What its parameters are set to. */
    Consumer<SSLParameters> choices(Trial trial) {
        return Jsse.suite(trial.version(), name(trial.suite()));
    }

    @Override
    final JsseEnd client(Trial trial) {
        return new JsseEnd(Jsse.client(context(trial, false), choices(trial)));
    }

    @Override
    final JsseEnd server(Trial trial) {
        return new JsseEnd(Jsse.server(context(trial, true), choices(trial)));
    }

    @Override
    void agreed(Trial trial, JsseEnd end) {
        assertThat(end.session().getCipherSuite()).isEqualTo(name(trial.suite()));
        assertThat(end.session().getProtocol()).isEqualTo(Jsse.name(trial.version()));
    }
}
