package dev.dovetail.tls.benchmarks;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;

/**
 * A TLS stack that is driven by {@code SSLEngine} and stands beside others in the tables. Found by {@code ServiceLoader};
 * stateless and safe for several threads until {@link #engines} is called, which may change the whole JVM.
 */
public interface PeerStack {

    /**
     * Its name on the command line.
     *
     * @return short, in small letters, never changed
     */
    String key();

    /**
     * Its name in tables.
     *
     * @return for people
     */
    String label();

    /**
     * What keeps it away.
     *
     * @return a sentence; empty if it is here
     */
    Optional<String> obstacle();

    /**
     * What it lacks for one setting. Asked only where {@link #obstacle()} is empty.
     *
     * @param setting what is to be measured
     * @return a sentence; empty if it can do that
     */
    Optional<String> obstacle(PeerSetting setting);

    /**
     * The kinds of buffers that it is measured with.
     *
     * @return the one that suits it best comes first
     */
    List<BufferKind> buffers();

    /**
     * Whether its connections hold memory outside the Java heap.
     *
     * @return true for native code
     */
    boolean outsideHeap();

    /**
     * Makes engines. What it needs to change in the JVM, it changes: each measurement has one of its own.
     *
     * @param setting for which there is no {@link #obstacle(PeerSetting)}
     * @param servers at least one, all of one root; clients meet them one after the other
     * @return engines that share what connections of one program share
     * @throws GeneralSecurityException if the stack refuses
     */
    PeerEngines engines(PeerSetting setting, List<ServerIdentity> servers) throws GeneralSecurityException;
}
