package dev.dovetail.tls.handshake;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.api.event.TlsEvent;
import dev.dovetail.tls.handshake.engine.Effects;
import dev.dovetail.tls.handshake.engine.Pending;
import dev.dovetail.tls.handshake.engine.State;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Holds the state of one connection and moves it on: by messages, and by slow steps that are done. */
final class Driver implements AutoCloseable {

    private final Watch watch;
    private final boolean tasksDeferred;
    private State state;
    private @Nullable TlsTask task;

    Driver(State first, Watch watch, boolean tasksDeferred) {
        this.state = first;
        this.watch = watch;
        this.tasksDeferred = tasksDeferred;
    }

    State state() {
        return state;
    }

    /** The slow step that the connection waits for. */
    Optional<TlsTask> task() {
        return Optional.ofNullable(task);
    }

    boolean waits() {
        return task != null && !task.isDone();
    }

    /** Whether the handshake is done, and no step of it waits for anybody. */
    boolean stands() {
        return task == null && state.connected();
    }

    void begin(Effects effects) {
        enter(state.begin(effects));
        settle();
    }

    /** Goes on behind a slow step that is done, then with the messages that wait. */
    void run(Inbox inbox, LiveEffects effects) {
        settle();
        while (task == null) {
            byte[] message = inbox.joiner.next();
            if (message == null) return;
            enter(state.on(effects.read(message), effects));
            settle();
        }
    }

    void changeCipherSpec(Effects effects) {
        enter(state.onChangeCipherSpec(effects));
        settle();
    }

    void updateKeys(boolean request, Effects effects) {
        enter(state.updateKeys(request, effects));
    }

    /** Forgets the state; what a step that is still under way brings is closed as soon as it comes. */
    @Override
    public void close() {
        state.close();
        if (task != null) task.abandon();
    }

    /** Takes over the results of steps that are done, as far as that goes. */
    private void settle() {
        while (state instanceof Pending pending) {
            TlsTask step = task == null ? begun(pending) : task;
            if (!step.isDone()) return;
            task = null;
            if (watch.active()) watch.see(new TlsEvent.Task(pending.step(), true));
            enter(pending.then().apply(result(step)));
        }
    }

    private TlsTask begun(Pending pending) {
        TlsTask step = new TlsTask(pending.step(), pending.work());
        task = step;
        if (watch.active()) watch.see(new TlsEvent.Task(pending.step(), false));
        if (!tasksDeferred) step.run();
        return step;
    }

    private static Object result(TlsTask step) {
        try {
            return step.result().join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (cause instanceof TlsFault fault) throw fault;
            throw Fault.INTERNAL.because("%s failed: %s", step.name(), cause).causedBy(cause);
        }
    }

    private void enter(State next) {
        if (next == state) return;
        if (watch.active()) watch.see(new TlsEvent.State(state.name(), next.name()));
        state = next;
    }
}
