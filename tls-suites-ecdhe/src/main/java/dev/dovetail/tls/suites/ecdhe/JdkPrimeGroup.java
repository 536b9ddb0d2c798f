package dev.dovetail.tls.suites.ecdhe;

import dev.dovetail.tls.api.spi.IllegalShareException;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EllipticCurve;

/** A curve of FIPS 186-4 over the JCA. */
abstract class JdkPrimeGroup extends JdkGroup {

    JdkPrimeGroup(GroupFacts facts) {
        super(facts, "EC", "ECDH", new ECGenParameterSpec(facts.name()));
    }

    @Override
    final Initiator pair(KeyPair pair) {
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        ECParameterSpec curve = key.getParams();
        return new JdkPair(agreement, pair.getPrivate(), encode(key.getW()), share -> decode(share, curve));
    }

    @Override
    public final boolean holds(PublicKey key) {
        if (!(key instanceof ECPublicKey point) || point.getParams() == null) return false;
        try {
            AlgorithmParameters named = AlgorithmParameters.getInstance("EC");
            named.init(new ECGenParameterSpec(name()));
            return same(named.getParameterSpec(ECParameterSpec.class), point.getParams());
        } catch (GeneralSecurityException unavailable) {
            return false;
        }
    }

    /** By all the numbers: another generator is another group (CVE-2020-0601). */
    private static boolean same(ECParameterSpec own, ECParameterSpec key) {
        return own.getCurve().getField().equals(key.getCurve().getField())
                && own.getCurve().getA().equals(key.getCurve().getA())
                && own.getCurve().getB().equals(key.getCurve().getB())
                && own.getGenerator().equals(key.getGenerator())
                && own.getOrder().equals(key.getOrder())
                && own.getCofactor() == key.getCofactor();
    }

    private byte[] encode(ECPoint point) {
        byte[] share = new byte[facts.shareLength()];
        share[0] = 4;
        put(point.getAffineX(), share, 1);
        put(point.getAffineY(), share, 1 + facts.secretLength());
        return share;
    }

    private PublicKey decode(byte[] share, ECParameterSpec curve) throws IllegalShareException {
        refuseCompressed(share);
        int length = facts.secretLength();
        BigInteger x = new BigInteger(1, share, 1, length);
        BigInteger y = new BigInteger(1, share, 1 + length, length);
        try {
            // Checked here and not left to the provider (CVE-2015-7940 and its like).
            if (!on(curve.getCurve(), x, y)) throw new IllegalArgumentException("y^2 is not x^3 + ax + b");
            return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), curve));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw notOnCurve(e);
        }
    }

    private static boolean on(EllipticCurve curve, BigInteger x, BigInteger y) {
        BigInteger p = ((ECFieldFp) curve.getField()).getP();
        if (x.compareTo(p) >= 0 || y.compareTo(p) >= 0) return false;
        BigInteger right = x.multiply(x).add(curve.getA()).multiply(x).add(curve.getB());
        return y.multiply(y).subtract(right).mod(p).signum() == 0;
    }

    private void put(BigInteger number, byte[] out, int offset) {
        byte[] bytes = number.toByteArray();
        int length = Math.min(bytes.length, facts.secretLength());
        System.arraycopy(bytes, bytes.length - length, out, offset + facts.secretLength() - length, length);
    }
}
