package dev.dovetail.tls.suites.dhe;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import java.math.BigInteger;
import java.util.Optional;

/**
 * DHE as servers do it that do not know RFC 7919: with numbers of their own, good or bad, whatever the client names.
 *
 * @param prime dh_p, whatever it is
 * @param generator dh_g, whatever it is
 * @param share dh_Ys; empty for an honest one
 */
record OldServer(BigInteger prime, BigInteger generator, Optional<BigInteger> share) implements KeyExchange {

    @Override
    public String name() {
        return "DHE";
    }

    @Override
    public String implementation() {
        return "Test";
    }

    @Override
    public Params params() {
        return Params.REQUIRED;
    }

    @Override
    public Server server(ServerContext context) {
        FiniteField field = FiniteField.of(prime, generator);
        NamedGroup.Initiator initiator = field.generate(context.random());
        return new Server() {
            @Override
            public void writeParams(WireWriter out) {
                out.block("dh_p", 2, prime.toByteArray())
                        .block("dh_g", 2, generator.toByteArray())
                        .block(
                                "dh_Ys",
                                2,
                                share.orElse(new BigInteger(1, initiator.share()))
                                        .toByteArray());
            }

            @Override
            public Secret premaster(WireReader in) throws IllegalShareException {
                return DheKeyExchange.stripped(initiator.decapsulate(in.block("dh_Yc", 2, 1, 0xffff)));
            }

            @Override
            public void close() {
                initiator.close();
            }
        };
    }

    @Override
    public Client client(ClientContext context) {
        throw new UnsupportedOperationException("only servers are old");
    }
}
