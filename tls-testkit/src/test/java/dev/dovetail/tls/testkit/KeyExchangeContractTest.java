package dev.dovetail.tls.testkit;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.testkit.sample.SampleGroup;
import dev.dovetail.tls.testkit.sample.SampleKeyExchange;
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
                "is a TlsFault or an IllegalShareException, not java.lang.ArrayIndexOutOfBoundsException");
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

    private static void condemns(String method, Broken.Change change, String test, String... words) throws Exception {
        KeyExchange broken = Broken.at(KeyExchange.class, new SampleKeyExchange(), method, change);
        KeyExchangeContract contract = new KeyExchangeContract() {
            @Override
            protected KeyExchange part() {
                return broken;
            }

            @Override
            protected List<NamedGroup> groups() {
                return List.of(new SampleGroup());
            }
        };
        Trial.condemns(contract, test, words);
    }
}
