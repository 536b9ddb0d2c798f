package dev.dovetail.tls.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.benchmarks.report.Unit;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

class BenchmarkMethodTest {

    @Test
    void isEachMethodThatJmhFinds() {
        OutputFormat silent = OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);
        List<String> found = BenchmarkList.defaultList().getAll(silent, List.of()).stream()
                .map(BenchmarkListEntry::getUsername)
                .toList();
        assertThat(Arrays.stream(BenchmarkMethod.values())
                        .map(method -> getClass().getPackageName() + "." + method))
                .containsExactlyInAnyOrderElementsOf(found);
        assertThat(BenchmarkMethod.values())
                .allSatisfy(method -> assertThat(found)
                        .filteredOn(name -> name.matches(method.pattern()))
                        .hasSize(1));
    }

    @Test
    void memoryIsCountedInBytesAndAllElseInTime() {
        assertThat(BenchmarkMethod.values())
                .allMatch(method ->
                        (method.work().unit() == Unit.BYTES) == method.section().equals("Memory"));
    }

    @Test
    void whatOtherProcessesAllocateIsNotKnown() {
        assertThat(Arrays.stream(BenchmarkMethod.values())
                        .filter(method -> !method.work().inMeasuredJvm())
                        .map(BenchmarkMethod::section)
                        .distinct())
                .containsExactlyInAnyOrder("StartUp", "Memory", "Discovery");
    }
}
