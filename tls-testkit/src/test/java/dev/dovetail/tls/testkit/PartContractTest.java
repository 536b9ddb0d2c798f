package dev.dovetail.tls.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.dovetail.tls.api.spi.Availability;
import dev.dovetail.tls.api.spi.Mac;
import dev.dovetail.tls.testkit.sample.SampleMac;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

final class PartContractTest {

    @Test
    void catchesAPartWithoutAName() throws Exception {
        condemns("name", "namesItselfAndItsImplementation", "name() of");
        condemns("implementation", "namesItselfAndItsImplementation", "implementation() of");
    }

    @Test
    void catchesANameThatChanges() throws Exception {
        int[] calls = new int[1];
        Mac broken = Broken.at(Mac.class, new SampleMac(), "name", (arguments, original) -> "MAC" + calls[0]++);
        Trial.condemns(contract(broken), "saysTheSameAtEachCall", "name() of a second MAC");
    }

    @Test
    void isSkippedWithThePartsOwnReasonWhereThePartIsNotAvailable() {
        Events tests = tests(Unavailable.class);
        assertThat(tests.aborted().count())
                .isPositive()
                .isEqualTo(tests.started().count());
        assertThat(tests.aborted().stream())
                .allSatisfy(event -> assertThat(event.getPayload().toString())
                        .contains("HMAC_SAMPLE256 is not available here: only on Tuesdays"));
    }

    @Test
    void isFoundByJUnitInItsSubclass() {
        Events tests = tests(Available.class);
        assertThat(tests.succeeded().count()).isGreaterThan(9);
        assertThat(tests.failed().count()).isZero();
    }

    @Test
    void saysWhenNoVectorsWereNamed() {
        assertThat(tests(Available.class).aborted().stream())
                .singleElement()
                .satisfies(event -> assertThat(event.getPayload().toString())
                        .contains("HMAC_SAMPLE256: no vectors; override vectors() and name a file"));
    }

    static final class Available extends MacContract {
        @Override
        protected Mac part() {
            return new SampleMac();
        }
    }

    static final class Unavailable extends MacContract {
        @Override
        protected Mac part() {
            return Broken.at(
                    Mac.class,
                    new SampleMac(),
                    "availability",
                    (arguments, original) -> Availability.unavailable("only on Tuesdays"));
        }
    }

    private static Events tests(Class<?> contract) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(contract))
                .execute()
                .testEvents();
    }

    private static void condemns(String method, String test, String... words) throws Exception {
        Trial.condemns(
                contract(Broken.at(Mac.class, new SampleMac(), method, (arguments, original) -> " ")), test, words);
    }

    private static MacContract contract(Mac mac) {
        return new MacContract() {
            @Override
            protected Mac part() {
                return mac;
            }
        };
    }
}
