package dev.dovetail.tls.testkit;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.Mac;
import dev.dovetail.tls.testkit.sample.SampleMac;
import org.junit.jupiter.api.Test;

final class MacContractTest {

    @Test
    void catchesAMacThatGoesOnWhereItShouldBeginAnew() throws Exception {
        condemns(
                "keyed",
                (arguments, original) -> {
                    Mac.Keyed good = (Mac.Keyed) original.call(arguments);
                    return Broken.at(Mac.Keyed.class, good, "finish", (given, finish) -> {
                        finish.call(given);
                        good.update(new byte[1], 0, 1);
                        return null;
                    });
                },
                "beginsAnewAfterFinish",
                "of a message after another");
    }

    @Test
    void catchesAMacThatOverlooksTheEndOfAMessage() throws Exception {
        condemns(
                "update",
                (arguments, original) -> {
                    arguments[2] = Math.min(100, (int) arguments[2]);
                    return original.call(arguments);
                },
                "tellsMessagesOfEverySizeApart",
                "of 101 zero bytes is that of fewer zero bytes");
    }

    @Test
    void catchesAMacThatTakesNoEmptyKey() throws Exception {
        condemns(
                "keyed",
                (arguments, original) -> {
                    if (((Secret) arguments[0]).length() == 0) throw new IllegalArgumentException("Empty key");
                    return original.call(arguments);
                },
                "takesKeysOfAnyLength",
                "with a key of 0 bytes: a MAC takes keys of any length");
    }

    @Test
    void catchesAMacWhoseKeyDoesNotMatter() throws Exception {
        condemns(
                "keyed",
                (arguments, original) -> original.call(Sample.secret(0, 32)),
                "tellsKeysApart",
                "with another key");
    }

    @Test
    void catchesAResultThatIsWrittenToTheWrongPlace() throws Exception {
        condemns(
                "finish",
                (arguments, original) -> {
                    arguments[1] = 0;
                    return original.call(arguments);
                },
                "writesItsResultAndNothingElse",
                "finish() changed bytes in front of the range");
    }

    @Test
    void catchesAMacThatClosesTheCallersKey() throws Exception {
        condemns(
                "keyed",
                (arguments, original) -> {
                    Object keyed = original.call(arguments);
                    ((Secret) arguments[0]).close();
                    return keyed;
                },
                "leavesTheKeyToItsOwner",
                "closed the caller's key");
    }

    @Test
    void catchesAMacThatWorksOnOnceClosed() throws Exception {
        condemns("close", (arguments, original) -> null, "refusesToWorkOnceClosed", "update() after close()");
    }

    private static void condemns(String method, Broken.Change change, String test, String... words) throws Exception {
        Mac broken = Broken.at(Mac.class, new SampleMac(), method, change);
        MacContract contract = new MacContract() {
            @Override
            protected Mac part() {
                return broken;
            }
        };
        Trial.condemns(contract, test, words);
    }
}
