package dev.dovetail.tls.cli;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads time-outs: seconds, also fractions of one; 0 for none. */
final class Seconds implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String value) {
        try {
            double seconds = Double.parseDouble(value);
            if (seconds >= 0 && seconds < 1e9) return Duration.ofMillis(Math.round(seconds * 1000));
        } catch (NumberFormatException e) {
            // It is said below.
        }
        throw new TypeConversionException("a time is a number of seconds, not '" + value + "'");
    }
}
