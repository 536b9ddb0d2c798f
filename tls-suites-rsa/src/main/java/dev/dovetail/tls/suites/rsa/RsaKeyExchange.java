package dev.dovetail.tls.suites.rsa;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.KeyExchange;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;

/** RSA key transport (RFC 5246 7.4.7.1): the client encrypts the premaster secret to the server's certificate. */
@AutoService(KeyExchange.class)
public final class RsaKeyExchange implements KeyExchange {

    static final String NAME = "RSA";

    /** For the ServiceLoader and {@code Catalog.of}. */
    public RsaKeyExchange() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String implementation() {
        return "Dovetail";
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
        return new RsaServer(context);
    }

    @Override
    public Client client(ClientContext context) {
        return new RsaClient(context);
    }
}
