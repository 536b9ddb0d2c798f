package dev.dovetail.tls.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.spi.KeyExchange.Client;
import dev.dovetail.tls.api.spi.KeyExchange.Server;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.handshake.ConnectionInfo;
import dev.dovetail.tls.testkit.Exchange.Sent;
import dev.dovetail.tls.testkit.neutral.NeutralGroup;
import dev.dovetail.tls.testkit.neutral.NeutralScheme;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * What every {@link KeyExchange} must do. Extend it and hand over the exchange; override {@link #groups()} if it
 * negotiates a group, and {@link #certificateKeys()} if it uses the key of the server's certificate.
 */
public abstract class KeyExchangeContract extends PartContract<KeyExchange> {

    // Some groups need a tenth of a second for each attempt.
    private static final int MOST_POSITIONS = 32;

    /**
     * Groups to try the exchange with, each in turn.
     *
     * @return at least one if the exchange negotiates a group
     */
    protected List<NamedGroup> groups() {
        return List.of();
    }

    /**
     * The keys of the server's certificate.
     *
     * @return present if the exchange uses them; the same at each call, or of the same kind
     */
    protected Optional<KeyPair> certificateKeys() {
        return Optional.empty();
    }

    /**
     * How the server proves itself in the suite that the kit makes for the exchange.
     *
     * @return by a certificate, and a signature over the parameters where there are any
     */
    protected Authentication authentication() {
        return part().agreesOnSecret()
                ? new Authentication(new NeutralScheme().authentication(), true, true, false)
                : Authentication.PSK;
    }

    @Test
    void statesItsFacts() {
        assertThat(part().params()).as("params() of %s", name()).isNotNull();
        if (part().groups().isPresent()) {
            NamedGroup.Kind kind = part().groups().get();
            assertThat(groups())
                    .as("%s negotiates groups of the kind %s: override groups() in its contract", name(), kind)
                    .isNotEmpty()
                    .allMatch(group -> group.kind() == kind);
        }
        if (part().decrypts()) {
            assertThat(certificateKeys())
                    .as("%s uses the certificate's key: override certificateKeys() in its contract", name())
                    .isPresent();
        }
        certificateKeys()
                .ifPresent(keys -> assertThat(part().fits(keys.getPublic()))
                        .as("%s: fits() of its own kind of key", name())
                        .isTrue());
        if (part().decrypts()) {
            assertThat(part().fits(new AlienKey()))
                    .as("%s: fits() of a key of an unknown algorithm", name())
                    .isFalse();
        }
    }

    @Test
    void letsBothSidesAgree() throws IllegalShareException {
        for (Exchange exchange : exchanges()) {
            try (Server server = exchange.server();
                    Client client = exchange.client()) {
                assertThat(client.group())
                        .as("%s: group() of the client before readParams()", name())
                        .isEmpty();
                Exchange.readParams(client, exchange.params(server));
                assertThat(client.group().map(NamedGroup::name))
                        .as("%s: group() of the client after readParams()", name())
                        .isEqualTo(exchange.group().map(NamedGroup::name));
                try (Sent sent = Exchange.send(client);
                        Secret servers = Exchange.receive(server, sent.message())) {
                    assertThat(sent.agreesWith(servers))
                            .as("%s: both sides have the same secret", name())
                            .isTrue();
                    assertThat(servers.length() == 0)
                            .as("%s: the secret is empty only if agreesOnSecret() says so", name())
                            .isEqualTo(!part().agreesOnSecret());
                    if (!part().agreesOnSecret()) continue;
                    assertThat(servers.matches(new byte[servers.length()]))
                            .as("%s: the secret is all zeros", name())
                            .isFalse();
                }
            }
        }
    }

    @Test
    void sendsParametersAsItStates() throws IllegalShareException {
        if (part().params() != KeyExchange.Params.REQUIRED) return;
        for (Exchange exchange : exchanges()) {
            try (Server server = exchange.server()) {
                assertThat(exchange.params(server))
                        .as("%s: writeParams(), as params() is REQUIRED", name())
                        .isNotEmpty();
            }
        }
    }

    @Test
    void makesFreshSecretsEachTime() throws IllegalShareException {
        if (!part().agreesOnSecret()) return;
        for (Exchange exchange : exchanges()) {
            try (Server server = exchange.server();
                    Client one = exchange.client();
                    Client other = exchange.client()) {
                byte[] params = exchange.params(server);
                Exchange.readParams(one, params);
                Exchange.readParams(other, params);
                try (Sent first = Exchange.send(one);
                        Sent second = Exchange.send(other)) {
                    assertThat(first.agreesWith(second.secret()))
                            .as("%s: two clients have the same secret", name())
                            .isFalse();
                    assertThat(first.message())
                            .as("%s: two clients send the same", name())
                            .isNotEqualTo(second.message());
                }
            }
        }
    }

    @Test
    void stopsReadingBehindTheParameters() throws IllegalShareException {
        for (Exchange exchange : exchanges()) {
            try (Server server = exchange.server();
                    Client client = exchange.client()) {
                byte[] params = exchange.params(server);
                if (params.length == 0) continue;
                WireReader in = WireReader.of(Arrays.copyOf(params, params.length + 7), "ServerKeyExchange");
                client.readParams(in);
                assertThat(in.remaining())
                        .as("%s: readParams() leaves the signature behind the parameters unread", name())
                        .isEqualTo(7);
            }
        }
    }

    @Test
    void refusesParametersThatAreCutShort() throws IllegalShareException {
        for (Exchange exchange : exchanges()) {
            try (Server server = exchange.server()) {
                byte[] params = exchange.params(server);
                for (int length = 1; length < params.length; length++) {
                    byte[] cut = Arrays.copyOf(params, length);
                    try (Client client = exchange.client()) {
                        assertThat(refused(() -> Exchange.readParams(client, cut)))
                                .as("%s: readParams() of the first %d of %d bytes", name(), length, params.length)
                                .isTrue();
                    }
                }
            }
        }
    }

    @Test
    void noticesChangedParameters() throws IllegalShareException {
        for (Exchange exchange : exchanges()) {
            int length;
            try (Server server = exchange.server()) {
                length = exchange.params(server).length;
            }
            for (int at : Sample.positions(length, MOST_POSITIONS)) {
                assertParamsMatter(exchange, params -> Sample.flipped(params, at), "parameters changed at byte " + at);
            }
        }
    }

    @Test
    void noticesAMessageThatIsCutShortChangedOrTooLong() throws IllegalShareException {
        for (Exchange exchange : exchanges()) {
            for (int at : Sample.positions(exchange.lengthOfMessage(), MOST_POSITIONS)) {
                assertMessageMatters(exchange, message -> Arrays.copyOf(message, at), "a message cut at byte " + at);
                assertMessageMatters(exchange, message -> Sample.flipped(message, at), "a change at byte " + at);
            }
            if (exchange.lengthOfMessage() > 0) {
                assertMessageMatters(exchange, message -> Sample.bytes(5, message.length), "garbage for a message");
            }
            boolean refused = assertMessageMatters(
                    exchange, message -> Arrays.copyOf(message, message.length + 1), "a byte behind the message");
            assertThat(refused)
                    .as("%s: premaster() leaves a byte behind ClientKeyExchange unread, for the core to refuse", name())
                    .isTrue();
        }
    }

    @Test
    void refusesAGroupThatWasNotOffered() throws IllegalShareException {
        for (NamedGroup group : groups()) {
            // RFC 7919 4: who offers no finite field at all takes what comes.
            boolean unlisted = group.kind() == NamedGroup.Kind.FINITE_FIELD;
            List<NamedGroup> others = groups().stream()
                    .filter(one -> unlisted && one.code() != group.code())
                    .toList();
            if (unlisted && others.isEmpty()) continue;
            Exchange exchange = new Exchange(part(), Optional.of(group), others, certificateKeys());
            try (Server server = exchange.server();
                    Client client = exchange.client()) {
                byte[] params = exchange.params(server);
                assertThatThrownBy(
                                () -> Exchange.readParams(client, params),
                                "%s: the server chose %s, which the client did not offer",
                                name(),
                                group.name())
                        .isInstanceOf(TlsFault.class);
            }
        }
    }

    @Test
    void leavesSecretsOpenWhenItIsClosed() throws IllegalShareException {
        Exchange exchange = exchanges().get(0);
        Server server = exchange.server();
        Client client = exchange.client();
        Exchange.readParams(client, exchange.params(server));
        try (Sent sent = Exchange.send(client);
                Secret servers = Exchange.receive(server, sent.message())) {
            server.close();
            client.close();
            assertThat(sent.secret().isClosed() || servers.isClosed())
                    .as("%s: close() closed the caller's secret", name())
                    .isFalse();
            assertThat(sent.agreesWith(servers))
                    .as("%s: close() wiped one of the callers' secrets", name())
                    .isTrue();
        }
    }

    @Test
    void refusesToWorkOnceClosed() throws IllegalShareException {
        Exchange exchange = exchanges().get(0);
        Server server = exchange.server();
        Client client = exchange.client();
        Client closed = exchange.client();
        byte[] params = exchange.params(server);
        Exchange.readParams(client, params);
        Exchange.readParams(closed, params);
        try (Sent sent = Exchange.send(client)) {
            for (int i = 0; i < 2; i++) server.close();
            for (int i = 0; i < 2; i++) closed.close();
            assertThatThrownBy(
                            () -> Exchange.receive(server, sent.message()),
                            "%s: premaster() of the server after close()",
                            name())
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> Exchange.send(closed), "%s: premaster() of the client after close()", name())
                    .isInstanceOf(IllegalStateException.class);
        }
        client.close();
    }

    @Test
    void worksInSeveralThreadsAtOnce() throws Exception {
        List<Exchange> exchanges = exchanges();
        Parallel.run(thread -> {
            for (Exchange exchange : exchanges) {
                try (Server server = exchange.server();
                        Client client = exchange.client()) {
                    Exchange.readParams(client, exchange.params(server));
                    try (Sent sent = Exchange.send(client);
                            Secret servers = Exchange.receive(server, sent.message())) {
                        assertThat(sent.agreesWith(servers))
                                .as("%s: agreement", name())
                                .isTrue();
                    }
                }
            }
        });
    }

    @Test
    void carriesConnections() {
        List<NamedGroup> each = groups().isEmpty() ? List.of(new NeutralGroup()) : groups();
        for (NamedGroup group : each) {
            Composition composition =
                    new Composition().group(group).exchange(part(), authentication(), certificateKeys());
            ConnectionInfo info = new Rehearsal(name(), composition).completes(ProtocolVersion.TLS_1_2);
            assertThat(info.group().isPresent())
                    .as("%s: whether a connection has a group, and group() of the client tells it", name())
                    .isEqualTo(part().groups().isPresent());
        }
    }

    @Test
    void leavesNothingOfItsSecretBehind() throws IllegalShareException {
        for (Exchange exchange : exchanges()) {
            Server server = exchange.server();
            Client client = exchange.client();
            Exchange.readParams(client, exchange.params(server));
            try (Sent sent = Exchange.send(client);
                    Secret servers = Exchange.receive(server, sent.message())) {
                byte[] secret = servers.with(byte[]::clone);
                server.close();
                client.close();
                Remains.assertNothingLeftOf(secret, server, name() + ", server");
                Remains.assertNothingLeftOf(secret, client, name() + ", client");
            }
        }
    }

    private List<Exchange> exchanges() {
        if (groups().isEmpty()) return List.of(new Exchange(part(), Optional.empty(), List.of(), certificateKeys()));
        List<NamedGroup> offered = groups();
        return offered.stream()
                .map(group -> new Exchange(part(), Optional.of(group), offered, certificateKeys()))
                .toList();
    }

    /** Whether a step was refused in one of the two ways that the core understands; any other exception is a mistake. */
    private boolean refused(Step step) {
        try {
            step.run();
            return false;
        } catch (TlsFault | IllegalShareException e) {
            return true;
        } catch (RuntimeException e) {
            String rule =
                    name() + ": what a peer does wrong is a TlsFault, as in.fault(Fault.KEY_EXCHANGE_BAD, …) makes one,"
                            + " or an IllegalShareException, not ";
            throw new AssertionError(rule + e, e);
        }
    }

    /** Changes what the server sends: then either somebody refuses, or the secrets differ. */
    private void assertParamsMatter(Exchange exchange, UnaryOperator<byte[]> change, String what) {
        refused(() -> {
            try (Server server = exchange.server();
                    Client client = exchange.client()) {
                Exchange.readParams(client, change.apply(exchange.params(server)));
                try (Sent sent = Exchange.send(client);
                        Secret servers = Exchange.receive(server, sent.message())) {
                    assertThat(sent.agreesWith(servers))
                            .as("%s: agreement in spite of %s", name(), what)
                            .isFalse();
                }
            }
        });
    }

    /** Changes what the client sends: then either the server refuses, or the secrets differ. */
    private boolean assertMessageMatters(Exchange exchange, UnaryOperator<byte[]> change, String what) {
        return refused(() -> {
            try (Server server = exchange.server();
                    Client client = exchange.client()) {
                Exchange.readParams(client, exchange.params(server));
                try (Sent sent = Exchange.send(client);
                        Secret servers = Exchange.receive(server, change.apply(sent.message()))) {
                    assertThat(sent.agreesWith(servers))
                            .as("%s: agreement in spite of %s", name(), what)
                            .isFalse();
                }
            }
        });
    }

    /** Something that the peer's bytes may spoil. */
    private interface Step {
        void run() throws IllegalShareException;
    }
}
