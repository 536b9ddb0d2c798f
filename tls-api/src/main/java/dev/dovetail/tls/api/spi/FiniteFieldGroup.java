package dev.dovetail.tls.api.spi;

import java.math.BigInteger;

/**
 * A group of numbers modulo a prime (RFC 7919). It tells its numbers because TLS 1.2 has no word for a group of this kind:
 * a server writes prime and generator out in ServerKeyExchange, and a client knows the group by them (RFC 5246 7.4.3, RFC
 * 7919 3 and 4).
 */
public interface FiniteFieldGroup extends NamedGroup {

    @Override
    default Kind kind() {
        return Kind.FINITE_FIELD;
    }

    /**
     * The modulus, dh_p. Shares are numbers below it, as long as it is, with leading zeros (RFC 8446 4.2.8.1).
     *
     * @return a prime, not secret
     */
    BigInteger prime();

    /**
     * The base, dh_g.
     *
     * @return above 1 and below the prime less one, not secret
     */
    BigInteger generator();
}
