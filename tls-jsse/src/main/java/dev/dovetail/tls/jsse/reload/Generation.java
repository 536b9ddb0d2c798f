package dev.dovetail.tls.jsse.reload;

/**
 * What was loaded at one time.
 *
 * @param number 1 for what was loaded first
 * @param value what was made of it
 * @param since when it came into use, by {@link System#nanoTime}
 * @param <T> the kind of value
 */
public record Generation<T>(int number, T value, long since) {}
