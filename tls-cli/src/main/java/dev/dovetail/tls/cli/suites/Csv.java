package dev.dovetail.tls.cli.suites;

import java.util.ArrayList;
import java.util.List;

/** RFC 4180: cells between commas, in quotes where they hold commas, quotes or line breaks. */
final class Csv {

    private final String text;
    private final List<List<String>> lines = new ArrayList<>();
    private List<String> line = new ArrayList<>();
    private int at;

    private Csv(String text) {
        this.text = text;
    }

    /** The lines of a text, each with its cells. */
    static List<List<String>> parse(String text) {
        Csv csv = new Csv(text.replace("\r\n", "\n"));
        while (csv.at < csv.text.length()) csv.cell();
        return csv.lines;
    }

    private void cell() {
        line.add(text.charAt(at) == '"' ? quoted() : plain());
        boolean last = at == text.length() || text.charAt(at) == '\n';
        at++;
        if (!last) return;
        lines.add(line);
        line = new ArrayList<>();
    }

    private String plain() {
        int start = at;
        while (at < text.length() && ",\n".indexOf(text.charAt(at)) < 0) at++;
        return text.substring(start, at);
    }

    private String quoted() {
        StringBuilder cell = new StringBuilder();
        at++;
        while (text.charAt(at) != '"' || text.startsWith("\"\"", at)) {
            if (text.charAt(at) == '"') at++;
            cell.append(text.charAt(at++));
        }
        at++;
        return cell.toString();
    }
}
