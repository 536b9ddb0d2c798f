package dev.dovetail.tls.suites.ecdhe;

import dev.dovetail.tls.api.spi.IllegalShareException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.interfaces.XECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPublicKeySpec;

/** A curve of RFC 7748 over the JCA, which knows a share as a number. */
abstract class JdkMontgomeryGroup extends JdkGroup {

    private final NamedParameterSpec curve;

    /** Bits of the last byte of a share that count: RFC 7748 5 has X25519 ignore the highest. */
    private final int lastByte;

    JdkMontgomeryGroup(GroupFacts facts, NamedParameterSpec curve, int lastByte) {
        super(facts, curve.getName(), curve.getName(), curve);
        this.curve = curve;
        this.lastByte = lastByte;
    }

    @Override
    final Initiator pair(KeyPair pair) {
        byte[] share = encode(((XECPublicKey) pair.getPublic()).getU());
        return new JdkPair(agreement, pair.getPrivate(), share, this::decode);
    }

    private byte[] encode(BigInteger u) {
        byte[] share = new byte[facts.shareLength()];
        byte[] bytes = u.toByteArray();
        for (int i = 0; i < Math.min(share.length, bytes.length); i++) share[i] = bytes[bytes.length - 1 - i];
        return share;
    }

    private PublicKey decode(byte[] share) throws IllegalShareException {
        refuseWrongLength(share);
        byte[] bytes = new byte[share.length];
        for (int i = 0; i < bytes.length; i++) bytes[i] = share[bytes.length - 1 - i];
        bytes[0] &= (byte) lastByte;
        try {
            return KeyFactory.getInstance(curve.getName())
                    .generatePublic(new XECPublicKeySpec(curve, new BigInteger(1, bytes)));
        } catch (GeneralSecurityException | RuntimeException e) {
            throw notOnCurve(e);
        }
    }
}
