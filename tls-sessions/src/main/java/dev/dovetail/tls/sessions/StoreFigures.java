package dev.dovetail.tls.sessions;

/**
 * What a guarded store was asked so far, and what became of it. Taken while others count, so sums can be off by what is
 * under way.
 *
 * @param asked all calls
 * @param answered those that the store answered in time, "not known" included
 * @param timedOut those that it did not answer in time
 * @param failed those that it answered with an exception
 * @param refusedWhileOpen those that it was not asked at all, because it was out of reach
 * @param puts calls that keep a session
 * @param finds calls that find one
 * @param takes calls that take one
 * @param removes calls that remove one
 * @param claims calls that claim a name
 */
public record StoreFigures(
        long asked,
        long answered,
        long timedOut,
        long failed,
        long refusedWhileOpen,
        long puts,
        long finds,
        long takes,
        long removes,
        long claims) {}
