package dev.dovetail.tls.handshake.key;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.catalog.UsableSuite;
import dev.dovetail.tls.api.spi.HashAlgorithm;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The master secret of TLS 1.2 with both randoms, and all that is derived from it (RFC 5246 8.1). */
public final class MasterSecret12 implements AutoCloseable {

    private static final int LENGTH = 48;
    private static final int VERIFY_DATA_LENGTH = 12;
    private static final int RANDOM_LENGTH = 32;

    private final Prf12 prf;
    private final Secret secret;
    private final byte[] clientRandom;
    private final byte[] serverRandom;

    private MasterSecret12(Prf12 prf, Secret secret, byte[] clientRandom, byte[] serverRandom) {
        this.prf = prf;
        this.secret = secret;
        this.clientRandom = clientRandom;
        this.serverRandom = serverRandom;
    }

    /**
     * From the randoms alone (RFC 5246 8.1).
     *
     * @param hash the suite's
     * @param premaster the key exchange's result; the caller closes it
     * @param clientRandom 32 bytes
     * @param serverRandom 32 bytes
     * @return to be closed
     */
    public static MasterSecret12 of(HashAlgorithm hash, Secret premaster, byte[] clientRandom, byte[] serverRandom) {
        byte[] seed = joined(clientRandom, serverRandom);
        return derive(hash, premaster, "master secret", seed, clientRandom, serverRandom);
    }

    /**
     * Bound to the handshake so far (RFC 7627 4).
     *
     * @param hash the suite's
     * @param premaster the key exchange's result; the caller closes it
     * @param sessionHash hash of ClientHello to ClientKeyExchange
     * @param clientRandom 32 bytes
     * @param serverRandom 32 bytes
     * @return to be closed
     */
    public static MasterSecret12 extended(
            HashAlgorithm hash, Secret premaster, byte[] sessionHash, byte[] clientRandom, byte[] serverRandom) {
        return derive(hash, premaster, "extended master secret", sessionHash, clientRandom, serverRandom);
    }

    /**
     * That of a session, for a connection that resumes it (RFC 5246 F.1.4).
     *
     * @param hash of the PRF
     * @param master the session's, 48 bytes, taken over
     * @param clientRandom 32 bytes
     * @param serverRandom 32 bytes
     * @return to be closed
     */
    public static MasterSecret12 resumed(HashAlgorithm hash, Secret master, byte[] clientRandom, byte[] serverRandom) {
        if (master.length() != LENGTH) throw new IllegalArgumentException("a master secret has " + LENGTH + " bytes");
        return new MasterSecret12(new Prf12(hash), master, clientRandom.clone(), serverRandom.clone());
    }

    /**
     * The keys of both directions (RFC 5246 6.3).
     *
     * @param suite tells the lengths
     * @return to be closed
     */
    public KeyBlock12 keys(UsableSuite suite) {
        return KeyBlock12.cut(
                length -> prf.derive(secret, "key expansion", joined(serverRandom, clientRandom), length), suite);
    }

    /**
     * verify_data of the client's Finished (RFC 5246 7.4.9).
     *
     * @param transcriptHash hash of all messages before it
     * @return 12 bytes
     */
    public byte[] clientFinished(byte[] transcriptHash) {
        return finished("client finished", transcriptHash);
    }

    /**
     * verify_data of the server's Finished (RFC 5246 7.4.9).
     *
     * @param transcriptHash hash of all messages before it, the client's Finished among them
     * @return 12 bytes
     */
    public byte[] serverFinished(byte[] transcriptHash) {
        return finished("server finished", transcriptHash);
    }

    /**
     * Keying material for the application (RFC 5705 4).
     *
     * @param label registered or private name
     * @param context 0 to 65535 bytes, or null: none and an empty one give different results
     * @param length bytes wanted
     * @return the caller closes it
     * @throws IllegalArgumentException if the context is longer
     */
    public Secret export(String label, byte @Nullable [] context, int length) {
        byte[] seed = joined(clientRandom, serverRandom);
        if (context != null) {
            if (context.length > 0xffff) {
                throw new IllegalArgumentException("a context of " + context.length + " bytes is above 65535");
            }
            byte[] contextLength = {(byte) (context.length >>> 8), (byte) context.length};
            seed = joined(joined(seed, contextLength), context);
        }
        return prf.derive(secret, label, seed, length);
    }

    /**
     * The secret itself, for a key log.
     *
     * @return 48 bytes; closed with this
     */
    public Secret secret() {
        return secret;
    }

    /**
     * An independent copy, to be closed on its own.
     *
     * @return the copy
     */
    public MasterSecret12 copy() {
        return new MasterSecret12(prf, secret.copy(), clientRandom, serverRandom);
    }

    /** Forgets the secret. */
    @Override
    public void close() {
        secret.close();
    }

    private byte[] finished(String label, byte[] transcriptHash) {
        try (Secret data = prf.derive(secret, label, transcriptHash, VERIFY_DATA_LENGTH)) {
            return data.with(byte[]::clone);
        }
    }

    private static MasterSecret12 derive(
            HashAlgorithm hash, Secret premaster, String label, byte[] seed, byte[] clientRandom, byte[] serverRandom) {
        if (clientRandom.length != RANDOM_LENGTH || serverRandom.length != RANDOM_LENGTH) {
            throw new IllegalArgumentException("randoms have " + RANDOM_LENGTH + " bytes");
        }
        Prf12 prf = new Prf12(hash);
        return new MasterSecret12(
                prf, prf.derive(premaster, label, seed, LENGTH), clientRandom.clone(), serverRandom.clone());
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
