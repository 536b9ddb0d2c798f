package dev.dovetail.tls.benchmarks.report.html;

import dev.dovetail.tls.benchmarks.report.Change;
import dev.dovetail.tls.benchmarks.report.Comparison;
import dev.dovetail.tls.benchmarks.report.ComparisonReport;
import dev.dovetail.tls.benchmarks.report.Movement;
import dev.dovetail.tls.benchmarks.report.TextTable;
import java.util.List;

/**
 * What moved since an earlier run.
 *
 * @param moves the comparison
 */
record ComparisonView(Comparison moves) {

    private static final int AT_ONCE = 12;

    void write(Markup out) {
        ComparisonReport report = new ComparisonReport(moves);
        out.open("section", "id", "moved").leaf("h2", "What moved");
        out.leaf("p", report.summary());
        moves.warnings().forEach(warning -> out.leaf("p", warning, "class", "note bad"));
        TextTable moved = report.moved();
        int shown = Math.min(AT_ONCE, moved.rows().size());
        if (shown > 0) rows(out, moved, 0, shown);
        if (shown < moved.rows().size()) {
            out.open("details").leaf("summary", moved.rows().size() - shown + " more that moved less");
            rows(out, moved, shown, moved.rows().size());
            out.close();
        }
        for (Movement movement : List.of(Movement.NEW, Movement.GONE)) keys(out, movement);
        out.leaf("p", report.noise(), "class", "small").close().line();
    }

    private void rows(Markup out, TextTable all, int from, int to) {
        List<Change> changes = moves.moved().subList(from, to);
        TextTable part = new TextTable(all.columns(), all.rows().subList(from, to));
        Tables.write(out, part, "Rows that moved", row -> tone(changes.get(row)));
    }

    private void keys(Markup out, Movement movement) {
        List<Change> changes = moves.with(movement);
        if (changes.isEmpty()) return;
        out.open("details").leaf("summary", changes.size() + " " + ComparisonReport.word(movement));
        out.open("ul");
        changes.forEach(change -> out.leaf("li", change.key().toString()));
        out.close().close();
    }

    private static String tone(Change change) {
        Movement movement = change.speed().isMove() ? change.speed() : change.allocation();
        return movement == Movement.BETTER ? "good" : "bad";
    }
}
