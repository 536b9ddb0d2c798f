package dev.dovetail.tls.benchmarks.report.html;

import dev.dovetail.tls.benchmarks.report.Amounts;
import dev.dovetail.tls.benchmarks.report.Display;
import dev.dovetail.tls.benchmarks.report.Figure;
import dev.dovetail.tls.benchmarks.report.Ratios;
import dev.dovetail.tls.benchmarks.report.Unit;
import java.util.List;

/** What is told of a figure when one points at it. */
final class Hover {

    private Hover() {}

    static String text(Figure figure, Ratios ratios) {
        StringBuilder text = new StringBuilder(figure.by());
        if (figure.size() > 0) text.append(", ").append(figure.size()).append(" bytes");
        text.append('\n').append(Display.of(List.of(figure)).text(figure));
        if (figure.unit() == Unit.NANOSECONDS) text.append(", ").append(Amounts.time(figure.value()));
        text.append(", ± ").append(Amounts.percent(figure.spread()));
        ratios.toSunJsse(figure)
                .ifPresent(ratio ->
                        text.append('\n').append(Amounts.times(ratio.times())).append(" × SunJSSE"));
        ratios.toBestPeer(figure)
                .ifPresent(ratio -> text.append('\n')
                        .append(Amounts.times(ratio.times()))
                        .append(" × best peer, ")
                        .append(ratio.other().by()));
        ratios.toFloor(figure)
                .ifPresent(ratio ->
                        text.append('\n').append(Amounts.percent(ratio.times())).append(" of the bare cipher"));
        if (figure.allocated() != null) {
            text.append('\n').append(Amounts.count(figure.allocated())).append(" B allocated");
        }
        return text.toString();
    }
}
