package dev.dovetail.tls.testkit;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.testkit.sample.SampleGroup;
import dev.dovetail.tls.testkit.sample.SampleKeyExchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class KeyExchangeContractTest {

    @Test
    void catchesSecretsThatAreAlwaysTheSame() throws Exception {
        condemns(
                "premaster",
                (arguments, original) -> {
                    ((Secret) original.call(arguments)).close();
                    return Sample.secret(1, 32);
                },
                "makesFreshSecretsEachTime",
                "two clients have the same secret");
    }

    @Test
    void catchesAnAgreementThatDoesNotDependOnTheMessages() throws Exception {
        Broken.Change change = (arguments, original) -> {
            try {
                ((Secret) original.call(arguments)).close();
            } catch (TlsFault e) {
                while (((WireReader) arguments[0]).hasMore()) ((WireReader) arguments[0]).rest("all");
            }
            return Sample.secret(1, 32);
        };
        condemns("premaster", change, "noticesChangedParameters", "agreement in spite of parameters changed at byte");
        condemns(
                "premaster",
                change,
                "noticesAMessageThatIsCutShortChangedOrTooLong",
                "agreement in spite of a message cut at byte 0");
    }

    @Test
    void catchesAServerThatReadsOverTrailingBytes() throws Exception {
        condemns(
                "premaster",
                (arguments, original) -> {
                    Object secret = original.call(arguments);
                    if (arguments[0] instanceof WireReader in) in.rest("trailing");
                    return secret;
                },
                "noticesAMessageThatIsCutShortChangedOrTooLong",
                "agreement in spite of a byte behind the message");
    }

    @Test
    void catchesAClientThatReadsTheSignatureToo() throws Exception {
        condemns(
                "readParams",
                (arguments, original) -> {
                    original.call(arguments);
                    ((WireReader) arguments[0]).rest("signature");
                    return null;
                },
                "stopsReadingBehindTheParameters",
                "leaves the signature behind the parameters unread");
    }

    @Test
    void catchesAClientThatStumblesOverShortParameters() throws Exception {
        condemns(
                "readParams",
                (arguments, original) -> {
                    try {
                        return original.call(arguments);
                    } catch (TlsFault e) {
                        throw new ArrayIndexOutOfBoundsException(2);
                    }
                },
                "refusesParametersThatAreCutShort",
                "or an IllegalShareException, not java.lang.ArrayIndexOutOfBoundsException");
    }

    @Test
    void catchesAClientThatTakesAnyGroup() throws Exception {
        condemns(
                "client",
                (arguments, original) -> {
                    Exchange other = new Exchange(
                            new SampleKeyExchange(), Optional.empty(), List.of(new SampleGroup()), Optional.empty());
                    return other.client();
                },
                "refusesAGroupThatWasNotOffered",
                "which the client did not offer");
    }

    @Test
    void catchesAClientThatDoesNotTellItsGroup() throws Exception {
        condemns(
                "group",
                (arguments, original) -> Optional.empty(),
                "letsBothSidesAgree",
                "group() of the client after readParams()");
    }

    @Test
    void catchesAnExchangeThatWorksOnOnceClosed() throws Exception {
        condemns(
                "close",
                (arguments, original) -> null,
                "refusesToWorkOnceClosed",
                "premaster() of the server after close()");
    }

    @Test
    void asksTheAuthorForGroups() throws Exception {
        KeyExchangeContract contract = new KeyExchangeContract() {
            @Override
            protected KeyExchange part() {
                return new SampleKeyExchange();
            }
        };
        Trial.condemns(contract, "statesItsFacts", "override groups() in its contract");
    }

    @Test
    void catchesAServerThatSendsNoParameters() throws Exception {
        condemns(
                "writeParams",
                (arguments, original) -> null,
                "sendsParametersAsItStates",
                "writeParams(), as params() is REQUIRED");
    }

    @Test
    void catchesASecretThatIsForgottenTooEarly() throws Exception {
        List<Secret> given = new ArrayList<>();
        KeyExchange keeping =
                Broken.at(KeyExchange.class, new SampleKeyExchange(), "premaster", (arguments, original) -> {
                    given.add((Secret) original.call(arguments));
                    return given.get(given.size() - 1);
                });
        KeyExchange broken = Broken.at(KeyExchange.class, keeping, "close", (arguments, original) -> {
            given.forEach(Secret::close);
            return original.call(arguments);
        });
        Trial.condemns(contract(broken), "leavesSecretsOpenWhenItIsClosed", "close() closed the caller's secret");
    }

    @Test
    void catchesAnExchangeThatIsBoundToOneThread() throws Exception {
        Thread first = Thread.currentThread();
        condemns(
                "server",
                (arguments, original) -> {
                    if (Thread.currentThread() != first) throw new IllegalStateException("another thread");
                    return original.call(arguments);
                },
                "worksInSeveralThreadsAtOnce",
                "in parallel threads");
    }

    @Test
    void catchesAnExchangeOverWhichNoConnectionCanBeMade() throws Exception {
        condemns(
                "premaster",
                (arguments, original) -> {
                    Secret secret = (Secret) original.call(arguments);
                    return arguments[0] instanceof WireReader ? Sample.secret(1, 32) : secret;
                },
                "carriesConnections",
                "SAMPLE_KX: no connection of TLS 1.2 over it");
    }

    @Test
    void catchesAPremasterSecretThatIsKept() throws Exception {
        List<byte[]> kept = new ArrayList<>();
        condemns(
                "premaster",
                (arguments, original) -> {
                    Secret secret = (Secret) original.call(arguments);
                    kept.add(secret.with(byte[]::clone));
                    return secret;
                },
                "leavesNothingOfItsSecretBehind",
                "SAMPLE_KX, server: close() left the secret behind");
    }

    private static void condemns(String method, Broken.Change change, String test, String... words) throws Exception {
        KeyExchange broken = Broken.at(KeyExchange.class, new SampleKeyExchange(), method, change);
        Trial.condemns(contract(broken), test, words);
    }

    private static KeyExchangeContract contract(KeyExchange broken) {
        return new KeyExchangeContract() {
            @Override
            protected KeyExchange part() {
                return broken;
            }

            @Override
            protected List<NamedGroup> groups() {
                return List.of(new SampleGroup());
            }
        };
    }
}
