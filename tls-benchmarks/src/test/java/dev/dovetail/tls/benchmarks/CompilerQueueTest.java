package dev.dovetail.tls.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompilerQueueTest {

    // As JDK 17 and JDK 25 tell it.
    private static final String IDLE = """
            Current compiles:\s

            C1 compile queue:
            Empty

            C2 compile queue:
            Empty

            """;
    private static final String WAITING = """
            Current compiles:\s

            C1 compile queue:
            Empty

            C2 compile queue:
            1377       4       java.lang.Integer::bitCount (53 bytes)

            """;
    private static final String COMPILING = """
            Current compiles:\s
            C2 CompilerThread0  1373   !   4       java.util.HashMap::putVal (300 bytes)

            C1 compile queue:
            Empty

            C2 compile queue:
            Empty

            """;

    private static final String ONE_QUEUE = """
            Current compiles:\s

            C1 compile queue:
            Empty

            """;

    @Test
    void isEmptyIfNothingWaitsAndNothingIsCompiled() {
        assertThat(CompilerQueue.isEmpty(IDLE)).isTrue();
        assertThat(CompilerQueue.isEmpty(ONE_QUEUE)).isTrue();
        assertThat(CompilerQueue.isEmpty(WAITING)).isFalse();
        assertThat(CompilerQueue.isEmpty(COMPILING)).isFalse();
    }

    @Test
    void isNotEmptyIfNobodyKnowsWhatTheTextMeans() {
        assertThat(CompilerQueue.isEmpty("")).isFalse();
        assertThat(CompilerQueue.isEmpty("Empty")).isFalse();
    }

    @Test
    void thisJvmTells() {
        assertThat(new CompilerQueue().text())
                .hasValueSatisfying(text -> assertThat(text).contains("Current compiles", "compile queue:"));
    }
}
