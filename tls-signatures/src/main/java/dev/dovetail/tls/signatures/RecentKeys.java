package dev.dovetail.tls.signatures;

import java.security.spec.ECPoint;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;

/**
 * The public keys that were used last, as BouncyCastle takes them. A key that comes back after a few times gets a table of
 * its multiples from BouncyCastle, which halves the time of a verification; but only if it is the same object. Keys of
 * authorities and of servers do come back. Holds nothing secret; for many threads.
 */
final class RecentKeys {

    // Choice: a table has 4 KiB (P-256) to some 10 KiB (P-521), and only keys that came back have one: at most some 600
    // KiB for each scheme, whatever keys peers come with.
    private static final int MOST = 64;

    private final Map<ECPoint, ECPublicKeyParameters> keys = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ECPoint, ECPublicKeyParameters> eldest) {
            return size() > MOST;
        }
    };

    /**
     * The key of a point: the same object as before if it is remembered.
     *
     * @throws RuntimeException if the point is not on the curve
     */
    ECPublicKeyParameters of(BouncyCastleCurve curve, ECPoint point) {
        synchronized (keys) {
            ECPublicKeyParameters known = keys.get(point);
            if (known != null && known.getParameters().equals(curve.domain())) return known;
        }
        return curve.publicKey(point);
    }

    /** Remembers a key by which a signature was right: with others a stranger could drive out those that come back. */
    void keep(ECPoint point, ECPublicKeyParameters key) {
        synchronized (keys) {
            keys.put(point, key);
        }
    }
}
