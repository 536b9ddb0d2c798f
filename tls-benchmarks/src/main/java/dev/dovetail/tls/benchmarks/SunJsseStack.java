package dev.dovetail.tls.benchmarks;

import com.google.auto.service.AutoService;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Security;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/** The JDK's own TLS. */
@AutoService(PeerStack.class)
public class SunJsseStack extends JsseStack {

    private static final String DISABLED = "jdk.tls.disabledAlgorithms";
    private static final int SEVEN_DAYS = 7 * 24 * 3600;
    // JEP 527.
    private static final int FIRST_WITH_HYBRIDS = 27;
    private static final Set<String> CLASSICAL = Set.of("x25519", "x448", "secp256r1", "secp384r1", "secp521r1");

    static {
        // Newer JDKs refuse RSA key transport unless told otherwise; read once, before their TLS is first used.
        String allowed = Arrays.stream(Security.getProperty(DISABLED).split(","))
                .map(String::trim)
                .filter(name -> !name.equals("TLS_RSA_*"))
                .collect(Collectors.joining(", "));
        Security.setProperty(DISABLED, allowed);
    }

    /** For the service loader. */
    public SunJsseStack() {
        this("sunjsse", "SunJSSE");
    }

    /**
     * The JDK's TLS over other algorithms.
     *
     * @param key on the command line
     * @param label in tables
     */
    protected SunJsseStack(String key, String label) {
        super(key, label);
    }

    @Override
    protected Provider provider() {
        Provider provider = Security.getProvider("SunJSSE");
        if (provider == null) throw new IllegalStateException("this JDK has no SunJSSE");
        return provider;
    }

    @Override
    protected boolean hasGroup(String group) {
        return CLASSICAL.contains(group)
                || (group.equals("X25519MLKEM768") && Runtime.version().feature() >= FIRST_WITH_HYBRIDS);
    }

    @Override
    public PeerEngines engines(PeerSetting setting, List<ServerIdentity> servers) throws GeneralSecurityException {
        chooseForWholeJvm(setting);
        return super.engines(setting, servers);
    }

    /** Ours give no tickets where nothing resumes: sessions that outlive what a ticket may (RFC 8446 4.6.1) make it send none. */
    @Override
    protected void forgetSessions(SSLContext client, SSLContext server) {
        super.forgetSessions(client, server);
        server.getServerSessionContext().setSessionTimeout(SEVEN_DAYS + 1);
    }
}
