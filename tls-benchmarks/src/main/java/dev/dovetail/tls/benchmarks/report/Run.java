package dev.dovetail.tls.benchmarks.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One run of the benchmarks: all that is known of it.
 *
 * @param date when it began, by ISO 8601, UTC
 * @param seconds how long it took; 0 if that was not noted
 * @param command that started it
 * @param complete whether it was let run to its end
 * @param machine where
 * @param jdk on which Java
 * @param measured how long and how often, for people
 * @param versions of what took part, by name
 * @param absent who could not take part
 * @param failed what broke
 * @param measurements what was measured, in the order of the plan
 */
public record Run(
        String date,
        long seconds,
        String command,
        boolean complete,
        Machine machine,
        Jdk jdk,
        String measured,
        Map<String, String> versions,
        List<Absent> absent,
        List<Failure> failed,
        List<Figure> measurements) {

    public Run {
        versions = new TreeMap<>(versions);
        absent = List.copyOf(absent);
        failed = List.copyOf(failed);
        measurements = List.copyOf(measurements);
    }

    /**
     * What to write over the figures, in order.
     *
     * @return names and values, for people
     */
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Command", command);
        facts.put("Date", date.replaceFirst("T(\\d\\d:\\d\\d).*", " $1 UTC") + (complete ? "" : ", stopped early"));
        if (seconds > 0) facts.put("Took", duration());
        facts.put("JDK", jdk.version() + ", " + jdk.vendor());
        facts.put("VM", jdk.vm());
        facts.put("Flags", jdk.flags().isEmpty() ? "none" : String.join(" ", jdk.flags()));
        facts.put("Collector", jdk.collector());
        facts.put("CPU", machine.cpu());
        facts.put("Cores", String.valueOf(machine.cores()));
        facts.put("System", machine.system());
        if (!versions.isEmpty()) {
            facts.put(
                    "Versions",
                    versions.entrySet().stream()
                            .map(version -> version.getKey() + " " + version.getValue())
                            .collect(Collectors.joining(", ")));
        }
        facts.put("Measured", measured);
        return facts;
    }

    private String duration() {
        return String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
    }

    /**
     * The figures by benchmark.
     *
     * @return sections in order, the figures of each in order
     */
    public Map<String, List<Figure>> sections() {
        return measurements.stream()
                .collect(Collectors.groupingBy(Figure::section, LinkedHashMap::new, Collectors.toList()));
    }
}
