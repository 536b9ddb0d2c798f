package dev.dovetail.tls.cli.suites;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of IANA's registry of suites.
 *
 * @param value one number, as in {@code 0x13,0x01}, or a range of them
 * @param description the suite's name, or what the range is for
 */
record RegistryRow(String value, String description) {

    private static final Pattern ONE_NUMBER = Pattern.compile("0x(\\p{XDigit}{2}),0x(\\p{XDigit}{2})");

    /** The number on the wire; empty for a range. */
    OptionalInt code() {
        Matcher bytes = ONE_NUMBER.matcher(value);
        if (!bytes.matches()) return OptionalInt.empty();
        return OptionalInt.of(Integer.parseInt(bytes.group(1) + bytes.group(2), 16));
    }
}
