package dev.dovetail.tls.suites.dhe;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.FiniteFieldGroup;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes the server's group and share, answers with its own. It keeps nothing secret between the messages. */
final class DheClient implements KeyExchange.Client {

    private final KeyExchange.ClientContext context;
    private final SafePrimes safePrimes;
    private @Nullable FiniteField field;
    private Optional<FiniteFieldGroup> named = Optional.empty();
    private byte[] serverShare = {};
    private boolean closed;

    DheClient(KeyExchange.ClientContext context, SafePrimes safePrimes) {
        this.context = context;
        this.safePrimes = safePrimes;
    }

    /** ServerDHParams (RFC 5246 7.4.3): what can be told at a glance is refused here. */
    @Override
    public void readParams(WireReader in) {
        BigInteger prime = WireShare.number(in, "dh_p");
        BigInteger generator = WireShare.number(in, "dh_g");
        BigInteger share = WireShare.number(in, "dh_Ys");
        List<FiniteFieldGroup> offered = offered();
        named = offered.stream()
                .filter(group ->
                        group.prime().equals(prime) && group.generator().equals(generator))
                .findFirst();
        if (named.isEmpty()) {
            boolean signed = context.peerKey().isPresent();
            new UnnamedFields(offered, signed).refuse(in, prime, generator);
        }
        FiniteField numbers = FiniteField.of(prime, generator);
        serverShare = WireShare.inRange(in, "dh_Ys", share, numbers);
        field = numbers;
    }

    /** ClientDiffieHellmanPublic (RFC 5246 7.4.7.2). The prime is tested here, where slow steps are; a long one is signed. */
    @Override
    public Secret premaster(WireWriter out) throws IllegalShareException {
        if (closed) throw new IllegalStateException("DHE: this side is closed");
        FiniteField numbers = field;
        if (numbers == null) throw new IllegalStateException("DHE: ServerKeyExchange comes first");
        NamedGroup.Encapsulated answer;
        if (named.isPresent()) {
            answer = named.get().encapsulate(serverShare, context.random());
        } else {
            safePrimes.refuseOther(numbers.prime(), context.random());
            answer = numbers.encapsulate(serverShare, context.random());
        }
        out.block("dh_Yc", 2, answer.share());
        return DheKeyExchange.stripped(answer.secret());
    }

    /** Empty also for a field without a name. */
    @Override
    public Optional<NamedGroup> group() {
        return named.map(group -> group);
    }

    @Override
    public void close() {
        closed = true;
    }

    private List<FiniteFieldGroup> offered() {
        return context.groups().stream()
                .filter(FiniteFieldGroup.class::isInstance)
                .map(FiniteFieldGroup.class::cast)
                .toList();
    }
}
