package dev.dovetail.tls.provider.accp;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.Availability;
import dev.dovetail.tls.api.spi.KeyExchange;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;

/**
 * RSA key transport (RFC 5246 7.4.7.1), computed by AWS-LC: the client encrypts the premaster secret to the server's
 * certificate.
 *
 * <p>AWS-LC exponentiates in constant time, with blinding, and hands out all bytes of the result; what the padding says
 * is decided here, without a branch, and not by a library that would have to report it.
 */
@AutoService(KeyExchange.class)
public final class AccpRsaKeyExchange implements KeyExchange {

    private final AccpKeys keys = TakenKeys.RSA;

    /** For the ServiceLoader and {@code Catalog.of}. */
    public AccpRsaKeyExchange() {}

    @Override
    public String name() {
        return "RSA";
    }

    @Override
    public String implementation() {
        return Accp.NAME;
    }

    @Override
    public Availability availability() {
        return Accp.availability("Cipher", RsaServer.TRANSFORMATION);
    }

    /**
     * Decryption is a signature's work: measured for those, 270 µs with a key of 2048 bits that was taken over once,
     * with the JDK 720 to 900.
     */
    @Override
    public int priority() {
        return 20;
    }

    @Override
    public Params params() {
        return Params.NONE;
    }

    /** An RSA key that is not restricted to RSASSA-PSS, with room for a premaster secret and its padding. */
    @Override
    public boolean fits(PublicKey key) {
        return key instanceof RSAPublicKey rsa
                && "RSA".equals(key.getAlgorithm())
                && (rsa.getModulus().bitLength() + 7) / 8 >= EncodedPremaster.SHORTEST;
    }

    @Override
    public boolean decrypts() {
        return true;
    }

    @Override
    public Server server(ServerContext context) {
        return new RsaServer(context, keys);
    }

    @Override
    public Client client(ClientContext context) {
        return new RsaClient(context, keys);
    }
}
