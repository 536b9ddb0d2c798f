package dev.dovetail.tls.provider.accp;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.api.spi.NamedGroup;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.concurrent.atomic.AtomicReference;
import javax.security.auth.DestroyFailedException;
import org.jspecify.annotations.Nullable;

/** A key pair in AWS-LC's memory. Any thread may close it, once or more often. */
final class AccpPair implements NamedGroup.Initiator {

    private final AccpGroup group;
    private final byte[] share;
    private final AtomicReference<@Nullable PrivateKey> key;

    /** Takes the private key over. */
    AccpPair(AccpGroup group, PrivateKey key, byte[] share) {
        this.group = group;
        this.key = new AtomicReference<>(key);
        this.share = share;
    }

    @Override
    public byte[] share() {
        return share.clone();
    }

    @Override
    public Secret decapsulate(byte[] responderShare) throws IllegalShareException {
        if (key.get() == null) throw closed();
        return agree(group.decode(responderShare));
    }

    Secret agree(PublicKey peer) throws IllegalShareException {
        PrivateKey own = key.get();
        if (own == null) throw closed();
        return group.agree(own, peer);
    }

    /** Destroys and drops the private key, whose bytes were never on the Java heap. */
    @Override
    public void close() {
        PrivateKey dropped = key.getAndSet(null);
        if (dropped != null) destroy(dropped);
    }

    /**
     * Destroys a private key as far as ACCP does: at once, if the key came from elsewhere. Both keys of a pair that
     * ACCP 2.5.0 generates are one object of AWS-LC's, which is wiped when both are collected; until then the private
     * one refuses to be used.
     */
    static void destroy(PrivateKey key) {
        try {
            key.destroy();
        } catch (DestroyFailedException | RuntimeException e) {
            // It goes when it is collected: nothing more can be done, and closing must not fail.
            return;
        }
    }

    private static IllegalStateException closed() {
        return new IllegalStateException("this key pair is closed");
    }
}
