package dev.dovetail.tls.jsse.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.StringJoiner;

/** The last steps of a conversation, for whoever has to find out why it failed. */
final class Trace {

    private static final int KEPT = 60;

    private final Plan plan;
    private final Deque<Object> steps = new ArrayDeque<>();
    private int forgotten;

    Trace(Plan plan) {
        this.plan = plan;
    }

    /** Notes a step, which is turned to text only if somebody asks. */
    void add(Object step) {
        if (steps.size() == KEPT) {
            steps.remove();
            forgotten++;
        }
        steps.add(step);
    }

    /** A failure with all of this behind it. */
    AssertionError failure(String what) {
        return new AssertionError(what + this);
    }

    @Override
    public String toString() {
        StringJoiner lines = new StringJoiner("\n    ", "\n  " + plan + "\n    ", "");
        if (forgotten > 0) lines.add("(" + forgotten + " steps before)");
        steps.forEach(step -> lines.add(step.toString()));
        return lines.toString();
    }
}
