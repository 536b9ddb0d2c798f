package dev.dovetail.tls.cli.demo;

/** What went wrong, in one line or a few. */
final class Failures {

    private Failures() {}

    static String text(Throwable failure) {
        String message = failure.getMessage();
        String text = message == null ? failure.getClass().getSimpleName() : message;
        // A message of an exception that names no rule says more together with its kind.
        return failure instanceof RuntimeException ? failure.getClass().getSimpleName() + ": " + text : text;
    }
}
