package dev.dovetail.tls.benchmarks;

import dev.dovetail.tls.benchmarks.report.Figure;
import java.io.IOException;
import java.util.List;

/**
 * Measures by JMH, all alike.
 *
 * @param length how thoroughly
 * @param forks in how many JVMs
 * @param beginning flags with which these JVMs begin sooner, and are the same afterwards
 */
record Trials(Length length, int forks, List<String> beginning) implements Campaign.Measuring {

    @Override
    public Figure of(Measurement measurement) throws Trial.FailedException, IOException {
        return new Trial(measurement, length, forks, beginning).run();
    }

    @Override
    public List<String> flags() {
        return Trial.flags(beginning);
    }
}
