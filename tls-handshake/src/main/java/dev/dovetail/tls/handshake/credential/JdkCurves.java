package dev.dovetail.tls.handshake.credential;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECKey;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EllipticCurve;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * For which curves the JDK, with the providers that are installed, has arithmetic: it reads keys on more than those. To ask
 * costs a verification (450 µs), so the answers are kept, by the curve's numbers: providers have parameter objects of their
 * own, some a new one for each key, without {@code equals}. For many threads.
 */
final class JdkCurves {

    // Choice: more than any TLS has curves for; each is a few hundred bytes.
    private static final int MOST = 64;

    private final Probe probe;
    private final Map<Curve, Boolean> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Curve, Boolean> eldest) {
            return size() > MOST;
        }
    };

    JdkCurves() {
        this(JdkCurves::verifies);
    }

    /** One that asks somebody else. */
    JdkCurves(Probe probe) {
        this.probe = probe;
    }

    /** Whether the JDK computes with a key as far as its curve goes: true of keys that are on none. */
    boolean compute(PublicKey key) {
        if (!(key instanceof ECKey ec)) return true;
        ECParameterSpec parameters = ec.getParams();
        return parameters != null && compute(parameters);
    }

    private boolean compute(ECParameterSpec parameters) {
        Curve curve = Curve.of(parameters);
        synchronized (known) {
            Boolean before = known.get(curve);
            if (before != null) return before;
        }
        boolean computes;
        try {
            computes = probe.verifies(parameters);
        } catch (GeneralSecurityException unsupported) {
            computes = false;
        } catch (RuntimeException stumbled) {
            // A provider's bad moment, perhaps a device's: no answer, and none to keep.
            return false;
        }
        synchronized (known) {
            known.put(curve, computes);
        }
        return computes;
    }

    /** With the generator as the key: a peer's may be bad by itself, and would say nothing about its curve. */
    private static boolean verifies(ECParameterSpec parameters) throws GeneralSecurityException {
        PublicKey generator =
                KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(parameters.getGenerator(), parameters));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initVerify(generator);
        // What a provider can't compute with comes to light only now; one that can says no to this signature.
        signature.verify(CertificateSignatures.ONE_AND_ONE);
        return true;
    }

    /** Who is asked about a curve that is not known. */
    @FunctionalInterface
    interface Probe {

        /**
         * Whether signatures are verified on this curve.
         *
         * @throws GeneralSecurityException if not
         */
        boolean verifies(ECParameterSpec parameters) throws GeneralSecurityException;
    }

    /** A curve by its numbers: the JDK's types for field, curve and point compare by value, its parameters do not. */
    private record Curve(EllipticCurve equation, ECPoint generator, BigInteger order, int cofactor) {

        static Curve of(ECParameterSpec parameters) {
            return new Curve(
                    parameters.getCurve(), parameters.getGenerator(), parameters.getOrder(), parameters.getCofactor());
        }
    }
}
