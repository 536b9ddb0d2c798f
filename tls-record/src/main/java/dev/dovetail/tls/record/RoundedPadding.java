package dev.dovetail.tls.record;

/** Pads to a multiple; a multiple of 1 is no padding. */
record RoundedPadding(int multiple) implements PaddingPolicy {

    @Override
    public int padding(int contentType, int contentLength, int room) {
        return most(contentLength, room);
    }

    @Override
    public int most(int contentLength, int room) {
        if (multiple == 1) return 0;
        int beyond = contentLength % multiple;
        return Math.min(room, beyond == 0 && contentLength > 0 ? 0 : multiple - beyond);
    }
}
