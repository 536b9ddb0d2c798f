package dev.dovetail.tls.provider.accp;

import java.lang.ref.Cleaner;
import java.lang.ref.WeakReference;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keys as ACCP has them. It takes a key of another provider over by writing it out, reading and checking it, and what
 * it works out for an RSA key when that first signs is then lost: measured, three times as long as the signature
 * itself. So a private key is taken over once, and kept for as long as the caller keeps the original, which is known by
 * identity. That ACCP refuses a key is kept as well.
 *
 * <p>What is kept is in AWS-LC's memory. It is destroyed when the original is collected, or is found to be destroyed.
 * Choice: a {@link Cleaner} sees to the first, which costs a thread; without it, keys would outlive their owners in a
 * process that has stopped signing. The thread starts with the first key that is taken over and not before.
 *
 * <p>One per algorithm for the whole module, since all that sign or decrypt with one key can share it. For many threads.
 */
final class TakenKeys implements AccpKeys {

    /** Keys on elliptic curves, of whichever scheme. */
    static final TakenKeys EC = ec();

    /** RSA keys, of whichever scheme, and of the key exchange. */
    static final TakenKeys RSA = rsa();

    /** Makes a key of ACCP's of another one; empty where that one is of another kind. */
    @FunctionalInterface
    private interface Way {
        Optional<Key> over(Key key, KeyFactory factory) throws GeneralSecurityException;
    }

    private final String algorithm;
    private final Way way;
    private final Map<Original, TakenKey> kept = new ConcurrentHashMap<>();

    private TakenKeys(String algorithm, Way way) {
        this.algorithm = algorithm;
        this.way = way;
    }

    /** Keys on elliptic curves, by their encoding. */
    static TakenKeys ec() {
        return new TakenKeys("EC", (key, factory) -> Optional.of(factory.translateKey(key)));
    }

    /** RSA keys, by their numbers: ACCP does not read the encoding of those that are for RSASSA-PSS alone. */
    static TakenKeys rsa() {
        return new TakenKeys("RSA", TakenKeys::byNumbers);
    }

    @Override
    public TakenKey take(PrivateKey key) throws GeneralSecurityException {
        Original original = new Original(key);
        while (true) {
            if (key.isDestroyed()) {
                drop(original);
                throw new InvalidKeyException("the private key is destroyed");
            }
            TakenKey known = kept.get(original);
            if (known == null) return takeOver(key, original);
            // Else it was dropped between these two lines, and is not in the map any more.
            if (known.hold()) return known;
        }
    }

    /** Not kept: peers come and go. */
    @Override
    public Optional<PublicKey> take(PublicKey key) throws GeneralSecurityException {
        return over(key).map(PublicKey.class::cast);
    }

    /** How many are kept, refusals included. */
    int size() {
        return kept.size();
    }

    private TakenKey takeOver(PrivateKey key, Original original) throws GeneralSecurityException {
        // Their owners keep originals that they have destroyed, perhaps for long; a new key is rare enough to look.
        for (Original old : kept.keySet()) if (old.isDestroyed()) drop(old);
        Optional<PrivateKey> own = over(key).map(PrivateKey.class::cast);
        // A key of ACCP's is its own translation: to keep it would keep it from being collected.
        if (own.isPresent() && own.get() == key) return TakenKey.borrowed(key);
        TakenKey taken = own.map(TakenKey::owned).orElseGet(TakenKey::refused);
        // One holder more, the caller: the first is the map.
        if (!taken.hold()) throw new AssertionError("nobody else has it");
        TakenKey sooner = kept.putIfAbsent(original, taken);
        if (sooner == null) {
            OriginalsGone.CLEANER.register(key, () -> drop(original));
            return taken;
        }
        // Another thread took it over meanwhile. This one's is as good for one use, and goes after it.
        taken.close();
        return taken;
    }

    /** For once and all threads: who removes it lets it go. */
    private void drop(Original original) {
        TakenKey taken = kept.remove(original);
        if (taken != null) taken.close();
    }

    private Optional<Key> over(Key key) throws GeneralSecurityException {
        if (!AccpKeys.shown(key)) return Optional.empty();
        KeyFactory factory = KeyFactory.getInstance(algorithm, Accp.provider());
        try {
            return way.over(key, factory);
        } catch (InvalidKeyException | InvalidKeySpecException | RuntimeException refused) {
            // Some devices' keys look like open ones and refuse when asked.
            return Optional.empty();
        }
    }

    private static Optional<Key> byNumbers(Key key, KeyFactory factory) throws GeneralSecurityException {
        if (key instanceof RSAPublicKey rsa) {
            return Optional.of(factory.generatePublic(new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent())));
        }
        if (!(key instanceof RSAPrivateCrtKey rsa)) return Optional.empty();
        return Optional.of(factory.generatePrivate(new RSAPrivateCrtKeySpec(
                rsa.getModulus(),
                rsa.getPublicExponent(),
                rsa.getPrivateExponent(),
                rsa.getPrimeP(),
                rsa.getPrimeQ(),
                rsa.getPrimeExponentP(),
                rsa.getPrimeExponentQ(),
                rsa.getCrtCoefficient())));
    }

    /** Starts its thread when the first private key is taken over, by the rules for class initialization. */
    private static final class OriginalsGone {
        static final Cleaner CLEANER = Cleaner.create();
    }

    /** A key by its identity: equality of keys reads their secrets. */
    private static final class Original extends WeakReference<PrivateKey> {
        private final int hash;

        Original(PrivateKey key) {
            super(key);
            this.hash = System.identityHashCode(key);
        }

        boolean isDestroyed() {
            PrivateKey key = get();
            return key != null && key.isDestroyed();
        }

        @Override
        public int hashCode() {
            return hash;
        }

        /** One whose key is gone equals itself alone. */
        @Override
        public boolean equals(Object other) {
            if (this == other) return true;
            PrivateKey own = get();
            return own != null && other instanceof Original that && own == that.get();
        }
    }
}
