package dev.dovetail.tls.benchmarks;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What a server said in the clear, from which it shows what was agreed on: stacks have no common way to tell the group, and
 * whether they resumed. Reused for one handshake after the other.
 */
final class ServerWords {

    /** Stands for the number of a group where there was none. */
    static final int NO_GROUP = -1;

    private static final int ROOM = 1 << 15;
    private static final int RECORD_HEADER = 5;
    private static final int MESSAGE_HEADER = 4;
    private static final int HANDSHAKE = 22;
    private static final int SERVER_HELLO = 2;
    private static final int CERTIFICATE = 11;
    private static final int SERVER_KEY_EXCHANGE = 12;
    private static final int PRE_SHARED_KEY = 41;
    private static final int KEY_SHARE = 51;
    private static final int NAMED_CURVE = 3;
    private static final int RANDOM = 32;
    /** RFC 8446 4.1.3: a ServerHello with this random is a HelloRetryRequest. */
    private static final byte[] RETRY =
            HexFormat.of().parseHex("cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c");

    private final byte[] heard = new byte[ROOM];
    private final byte[] messages = new byte[ROOM];
    private int length;
    private int suite;
    private int group;
    private boolean preShared;
    private boolean certificate;
    private boolean retried;

    /** Begins anew. */
    void clear() {
        length = 0;
    }

    /** Takes what the server has just written: what lies between two positions of its buffer. */
    void hear(ByteBuffer buffer, int from, int to) {
        int taken = Math.min(to - from, ROOM - length);
        buffer.get(from, heard, length, taken);
        length += taken;
    }

    /** Reads the messages up to the first that is encrypted. */
    void understand() {
        suite = -1;
        group = NO_GROUP;
        preShared = false;
        certificate = false;
        retried = false;
        int end = joinFragments();
        for (int at = 0; at + MESSAGE_HEADER <= end; ) {
            int body = at + MESSAGE_HEADER;
            int next = body + ((messages[at + 1] & 0xff) << 16) + u16(at + 2);
            if (next > end) return;
            switch (messages[at]) {
                case SERVER_HELLO -> readHello(body, next);
                case CERTIFICATE -> certificate = true;
                // RFC 8422 5.4.
                case SERVER_KEY_EXCHANGE -> group = messages[body] == NAMED_CURVE ? u16(body + 1) : NO_GROUP;
                default -> {}
            }
            at = next;
        }
    }

    private int joinFragments() {
        int end = 0;
        int at = 0;
        while (at + RECORD_HEADER <= length && heard[at] == HANDSHAKE) {
            int size = ((heard[at + 3] & 0xff) << 8) + (heard[at + 4] & 0xff);
            at += RECORD_HEADER;
            int there = Math.min(size, length - at);
            System.arraycopy(heard, at, messages, end, there);
            end += there;
            at += there;
        }
        return end;
    }

    private void readHello(int body, int end) {
        int random = body + 2;
        retried |= Arrays.equals(messages, random, random + RANDOM, RETRY, 0, RANDOM);
        int sessionId = random + RANDOM;
        int at = sessionId + 1 + messages[sessionId];
        suite = u16(at);
        // The suite, the compression method, and the length of all extensions.
        for (at += 5; at + MESSAGE_HEADER <= end; at += MESSAGE_HEADER + u16(at + 2)) {
            if (u16(at) == PRE_SHARED_KEY) preShared = true;
            if (u16(at) == KEY_SHARE) group = u16(at + MESSAGE_HEADER);
        }
    }

    private int u16(int at) {
        return ((messages[at] & 0xff) << 8) + (messages[at + 1] & 0xff);
    }

    /** The code of the suite. */
    int suite() {
        return suite;
    }

    /** The code of the group, or {@link #NO_GROUP}. */
    int group() {
        return group;
    }

    /** Whether a session was resumed: in TLS 1.3 that takes a pre-shared key, in TLS 1.2 no certificate. */
    boolean resumed(boolean tls13) {
        return tls13 ? preShared : !certificate;
    }

    /** Whether the client had to say hello twice. */
    boolean retried() {
        return retried;
    }
}
