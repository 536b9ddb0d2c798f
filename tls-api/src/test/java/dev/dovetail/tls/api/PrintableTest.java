package dev.dovetail.tls.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    void aPeerCanNotForgeALineOfALog() {
        assertThat(Fault.DECODE_ERROR.because("x\r\nforged").detail()).isEqualTo("x\\u000d\\u000aforged");
        NegotiationReport report = new NegotiationReport("protocol", List.of(), List.of("\u001b[2J"), List.of(), "");
        assertThat(report.peer()).containsExactly("\\u001b[2J");
    }

    @Test
    void aReportNamesTheFirstOfALongOffer() {
        List<Integer> offers = IntStream.range(0, 1000).boxed().toList();
        assertThat(NegotiationReport.named(offers, String::valueOf))
                .hasSize(33)
                .startsWith("0")
                .endsWith("and 968 more");
    }
}
