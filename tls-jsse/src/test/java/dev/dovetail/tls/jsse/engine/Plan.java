package dev.dovetail.tls.jsse.engine;

/**
 * How a caller drives the two engines.
 *
 * @param cut how many bytes arrive at once
 * @param memory what kind of buffers it gives
 * @param tasks who runs the tasks
 * @param packets how much room it first gives to wrap
 * @param plaintexts how much room it first gives to unwrap
 * @param packetWindow how many bytes of what arrived it first shows to unwrap
 * @param plaintextWindow how many bytes of what it sends it first shows to wrap
 */
record Plan(Cut cut, Memory memory, Tasks tasks, int packets, int plaintexts, int packetWindow, int plaintextWindow) {

    /** As much as may ever be wanted. */
    static final int AMPLE = 40_000;

    /** Who runs the tasks. */
    enum Tasks {
        INLINE,
        ON_ANOTHER_THREAD,
        /** On another thread, while this one goes on asking for the status, and calling. */
        BESIDE_CALLS
    }

    /** Everything at once in buffers that are large enough. */
    static Plan plain() {
        return new Plan(Cut.none(), Memory.HEAP, Tasks.INLINE, AMPLE, AMPLE, AMPLE, AMPLE);
    }

    Plan with(Cut other) {
        return new Plan(other, memory, tasks, packets, plaintexts, packetWindow, plaintextWindow);
    }

    Plan with(Memory other) {
        return new Plan(cut, other, tasks, packets, plaintexts, packetWindow, plaintextWindow);
    }

    Plan with(Tasks other) {
        return new Plan(cut, memory, other, packets, plaintexts, packetWindow, plaintextWindow);
    }

    Plan packets(int room) {
        return new Plan(cut, memory, tasks, room, plaintexts, packetWindow, plaintextWindow);
    }

    Plan plaintexts(int room) {
        return new Plan(cut, memory, tasks, packets, room, packetWindow, plaintextWindow);
    }

    Plan packetWindow(int bytes) {
        return new Plan(cut, memory, tasks, packets, plaintexts, bytes, plaintextWindow);
    }

    Plan plaintextWindow(int bytes) {
        return new Plan(cut, memory, tasks, packets, plaintexts, packetWindow, bytes);
    }
}
