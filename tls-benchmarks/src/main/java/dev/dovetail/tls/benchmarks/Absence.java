package dev.dovetail.tls.benchmarks;

/**
 * Something that is not measured.
 *
 * @param contender its key
 * @param reason a sentence that says what, and why not
 */
record Absence(String contender, String reason) {

    @Override
    public String toString() {
        return contender + ": " + reason;
    }
}
