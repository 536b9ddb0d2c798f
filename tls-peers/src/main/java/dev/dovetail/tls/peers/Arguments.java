package dev.dovetail.tls.peers;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands on a command line: options with a value each, and {@code --help}.
 *
 * @param values by option
 * @param help whether only an explanation is wanted
 */
public record Arguments(Map<String, String> values, boolean help) {

    /** Keeps a copy. */
    public Arguments {
        values = Map.copyOf(values);
    }

    /**
     * Reads a command line.
     *
     * @param known the options that there are
     * @param arguments as they were given
     * @return what they say
     * @throws IllegalArgumentException if one is unknown, or has no value
     */
    public static Arguments parse(List<String> known, String... arguments) {
        Map<String, String> values = new HashMap<>();
        Deque<String> left = new ArrayDeque<>(Arrays.asList(arguments));
        while (!left.isEmpty()) {
            String option = left.pop();
            if (option.equals("--help") || option.equals("-h")) return new Arguments(Map.of(), true);
            if (!known.contains(option)) {
                throw new IllegalArgumentException("there is no option " + option + ": see --help");
            }
            if (left.isEmpty()) throw new IllegalArgumentException(option + " needs a value: see --help");
            values.put(option, left.pop());
        }
        return new Arguments(values, false);
    }

    /**
     * A value as it was given.
     *
     * @param option its name
     * @return empty if it was not given
     */
    public Optional<String> text(String option) {
        return Optional.ofNullable(values.get(option));
    }

    /**
     * A whole number.
     *
     * @param option its name
     * @param otherwise what holds if it was not given
     * @return the number
     * @throws IllegalArgumentException if it is none
     */
    public long number(String option, long otherwise) {
        return text(option).map(text -> number(option, text)).orElse(otherwise);
    }

    /**
     * A whole number from 1 on.
     *
     * @param option its name
     * @param otherwise what holds if it was not given
     * @return the number
     * @throws IllegalArgumentException if it is none, or below 1, or beyond a million
     */
    public int count(String option, int otherwise) {
        long number = number(option, otherwise);
        if (number < 1 || number > 1_000_000) {
            throw new IllegalArgumentException(option + " is 1 to 1000000, not " + number);
        }
        return (int) number;
    }

    private static long number(String option, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " is a whole number, not " + text, e);
        }
    }
}
