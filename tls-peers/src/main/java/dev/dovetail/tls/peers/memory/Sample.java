package dev.dovetail.tls.peers.memory;

import java.util.List;
import java.util.OptionalLong;

/**
 * What one JVM has measured. It is printed as a line, and read again by the JVM that started it.
 *
 * @param heap bytes on the heap, for each pair
 * @param resident bytes by which the process grew beyond its heap, for each pair; empty where the system does not say
 * @param suite that was agreed on
 */
record Sample(long heap, OptionalLong resident, String suite) {

    private static final String MARK = "sample";
    private static final String UNKNOWN = "unknown";

    String line() {
        String grown = resident.isPresent() ? String.valueOf(resident.getAsLong()) : UNKNOWN;
        return String.join(" ", MARK, String.valueOf(heap), grown, suite);
    }

    /** Finds it in what a JVM has printed. */
    static Sample in(List<String> lines) {
        for (String line : lines) {
            String[] words = line.split(" ");
            if (!words[0].equals(MARK)) continue;
            OptionalLong grown =
                    words[2].equals(UNKNOWN) ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(words[2]));
            return new Sample(Long.parseLong(words[1]), grown, words[3]);
        }
        throw new IllegalStateException(String.join(System.lineSeparator(), lines));
    }
}
