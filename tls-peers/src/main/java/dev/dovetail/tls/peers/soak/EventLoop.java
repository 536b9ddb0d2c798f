package dev.dovetail.tls.peers.soak;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** One thread, one selector, and the buffers that its connections share while they are looked after. */
final class EventLoop {

    private static final int ROOM = 96 << 10;
    private static final long SWEEP = TimeUnit.SECONDS.toNanos(1);

    private final Selector selector;
    private final Thread thread;
    private final Consumer<Throwable> trouble;
    private final ByteBuffer incoming;
    private final ByteBuffer opened;
    private final ByteBuffer sealed;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private long swept = System.nanoTime();
    private volatile boolean stopped;

    /** Who is told that a channel is ready. */
    interface Ready {

        /** The channel can do something that it is waited for. */
        void ready();

        /** Comes about once in a second. */
        default void sweep(long now) {}
    }

    private record Timer(long due, Runnable task) implements Comparable<Timer> {

        @Override
        public int compareTo(Timer other) {
            return Long.compare(due - other.due, 0);
        }
    }

    /** With buffers of a kind, and somebody to tell of what should never happen. */
    EventLoop(String name, IntFunction<ByteBuffer> buffers, Consumer<Throwable> trouble) throws IOException {
        this.selector = Selector.open();
        this.thread = new Thread(this::run, name);
        this.trouble = trouble;
        this.incoming = buffers.apply(ROOM);
        this.opened = buffers.apply(ROOM);
        this.sealed = buffers.apply(ROOM);
    }

    void start() {
        thread.start();
    }

    /** Runs something in the loop's thread, soon; from any thread. */
    void execute(Runnable task) {
        tasks.add(task);
        selector.wakeup();
    }

    /** Runs something later; from the loop's thread. */
    void after(Duration delay, Runnable task) {
        timers.add(new Timer(System.nanoTime() + delay.toNanos(), task));
    }

    /** Makes all that is to be run later due now; from the loop's thread. */
    void hurry() {
        List<Timer> waiting = List.copyOf(timers);
        timers.clear();
        waiting.forEach(timer -> timer.task().run());
    }

    /** From the loop's thread. */
    SelectionKey register(SelectableChannel channel, int operations, Ready ready) throws IOException {
        channel.configureBlocking(false);
        return channel.register(selector, operations, ready);
    }

    /** How many channels are registered; from any other thread. */
    CompletableFuture<Integer> keys() {
        CompletableFuture<Integer> answer = new CompletableFuture<>();
        execute(() -> {
            try {
                // Keys that were cancelled go with this.
                selector.selectNow();
                answer.complete(selector.keys().size());
            } catch (IOException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    /** Empty, for bytes from the network. */
    ByteBuffer incoming() {
        return incoming.clear();
    }

    /** Empty, for data that was opened. */
    ByteBuffer opened() {
        return opened.clear();
    }

    /** Empty, for records that were sealed. */
    ByteBuffer sealed() {
        return sealed.clear();
    }

    /** Ends the thread, and answers whether it is gone. */
    boolean stop() throws InterruptedException, IOException {
        stopped = true;
        selector.wakeup();
        thread.join(TimeUnit.SECONDS.toMillis(10));
        selector.close();
        return !thread.isAlive();
    }

    private void run() {
        while (!stopped) {
            try {
                turn();
            } catch (IOException | RuntimeException | Error e) {
                trouble.accept(e);
            }
        }
    }

    private void turn() throws IOException {
        selector.select(patience());
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) task.run();
        long now = System.nanoTime();
        for (Timer next = timers.peek(); next != null && next.due() - now <= 0; next = timers.peek()) {
            timers.remove(next);
            next.task().run();
        }
        List<SelectionKey> ready = new ArrayList<>(selector.selectedKeys());
        selector.selectedKeys().clear();
        for (SelectionKey key : ready) {
            if (key.isValid()) ((Ready) key.attachment()).ready();
        }
        if (now - swept < SWEEP) return;
        swept = now;
        for (SelectionKey key : List.copyOf(selector.keys())) ((Ready) key.attachment()).sweep(now);
    }

    private long patience() {
        Timer next = timers.peek();
        if (next == null) return TimeUnit.NANOSECONDS.toMillis(SWEEP);
        return Math.max(1, Math.min(TimeUnit.NANOSECONDS.toMillis(next.due() - System.nanoTime()), 1000));
    }
}
