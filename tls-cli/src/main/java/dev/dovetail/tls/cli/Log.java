package dev.dovetail.tls.cli;

import java.io.PrintStream;

/** Lines for people on stderr, from many connections. Text of a peer can't steer the terminal. */
final class Log {

    private final PrintStream err;

    Log(PrintStream err) {
        this.err = err;
    }

    void line(String text) {
        synchronized (err) {
            err.println(Messages.plain(text));
            err.flush();
        }
    }
}
