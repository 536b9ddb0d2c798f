package dev.dovetail.tls.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dovetail.tls.api.spi.Part;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What all parts have in common. Where a part says that it is not available on this machine its contract is skipped, with
 * the part's own reason.
 *
 * @param <P> the kind of part
 */
public abstract class PartContract<P extends Part> {

    /**
     * The part under test.
     *
     * @return a new one or always the same: parts are stateless
     */
    protected abstract P part();

    @BeforeEach
    void skipWhereThePartIsNotAvailable() {
        assumeTrue(
                part().availability().isAvailable(),
                () -> name() + " is not available here: "
                        + part().availability().reason().orElse("no reason given"));
    }

    @Test
    void namesItselfAndItsImplementation() {
        assertThat(part().name())
                .as("name() of %s: suites and users refer to a part by it", part().getClass())
                .isNotBlank()
                .isEqualTo(part().name().strip());
        assertThat(part().implementation())
                .as("implementation() of %s: it tells several parts of one name apart", name())
                .isNotBlank();
    }

    @Test
    void saysTheSameAtEachCall() {
        P first = part();
        P second = part();
        assertThat(second.name()).as("name() of a second %s", name()).isEqualTo(first.name());
        assertThat(second.implementation())
                .as("implementation() of a second %s", name())
                .isEqualTo(first.implementation());
        assertThat(second.priority()).as("priority() of a second %s", name()).isEqualTo(first.priority());
    }

    /** The part's name, for messages. */
    final String name() {
        return part().name();
    }
}
