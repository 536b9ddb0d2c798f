package dev.dovetail.tls.benchmarks.peers;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.benchmarks.BufferKind;
import dev.dovetail.tls.benchmarks.JsseStack;
import dev.dovetail.tls.benchmarks.PeerEngines;
import dev.dovetail.tls.benchmarks.PeerSetting;
import dev.dovetail.tls.benchmarks.PeerStack;
import dev.dovetail.tls.benchmarks.ServerIdentity;
import dev.dovetail.tls.peers.Contender;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.jsse.BCSSLEngine;
import org.bouncycastle.jsse.BCSSLParameters;
import org.bouncycastle.jsse.provider.BouncyCastleJsseProvider;

/**
 * BouncyCastle's TLS, in Java, over the algorithms of the JDK, as it is by default; what it misses there (ChaCha20, RSA-PSS,
 * ML-KEM by its names) comes from BouncyCastle's provider, which its documentation wants registered.
 */
@AutoService(PeerStack.class)
public class BcJsseStack extends JsseStack {

    private static final Set<String> GROUPS = Set.of("x25519", "secp256r1", "secp384r1", "X25519MLKEM768");

    /** For the service loader. */
    public BcJsseStack() {
        this("bcjsse", "BCJSSE");
    }

    /**
     * Over other algorithms.
     *
     * @param key on the command line
     * @param label in tables
     */
    protected BcJsseStack(String key, String label) {
        super(key, label);
    }

    @Override
    public Optional<String> obstacle() {
        Optional<String> missing = Contender.BOUNCY_CASTLE.obstacle();
        return missing.isPresent() ? missing : super.obstacle();
    }

    @Override
    protected Provider provider() {
        return new BouncyCastleJsseProvider();
    }

    @Override
    protected boolean hasGroup(String group) {
        return GROUPS.contains(group);
    }

    /** It takes no tickets, and has no way to resume TLS 1.3; in TLS 1.2 the server remembers sessions by number. */
    @Override
    protected boolean resumes(PeerSetting setting) {
        return !setting.tls13();
    }

    /** It copies into arrays and out of them. */
    @Override
    public List<BufferKind> buffers() {
        return List.of(BufferKind.HEAP);
    }

    /** Registers BouncyCastle's provider behind all others, in a JVM that is measured alone. */
    @Override
    public PeerEngines engines(PeerSetting setting, List<ServerIdentity> servers) throws GeneralSecurityException {
        Security.addProvider(new BouncyCastleProvider());
        return super.engines(setting, servers);
    }

    /** Unasked it wants one of its own, which only a registered provider of its could give. */
    @Override
    protected SecureRandom random() {
        return new SecureRandom();
    }

    @Override
    protected void configure(SSLEngine engine, PeerSetting setting) {
        super.configure(engine, setting);
        BCSSLEngine own = (BCSSLEngine) engine;
        BCSSLParameters parameters = own.getParameters();
        String group = setting.group().orElse("x25519");
        // It signs with ECDSA only if the curve of the key is among the groups, in TLS 1.3 too.
        parameters.setNamedGroups(Stream.of(group, "secp256r1").distinct().toArray(String[]::new));
        parameters.setEarlyKeyShares(new String[] {group});
        own.setParameters(parameters);
    }
}
