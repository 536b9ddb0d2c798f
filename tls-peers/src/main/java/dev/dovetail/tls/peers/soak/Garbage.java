package dev.dovetail.tls.peers.soak;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What no TLS server wants to read. */
final class Garbage {

    private static final int HEADER = 5;
    private static final int MOST = 4000;
    private static final List<String> OTHER_PROTOCOLS =
            List.of("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", "SSH-2.0-OpenSSH_9.6\r\n", "EHLO localhost\r\n");

    private Garbage() {}

    /** Bytes, or a record of bytes, or another protocol. */
    static byte[] any(Random random) {
        byte[] bytes = new byte[HEADER + 1 + random.nextInt(MOST)];
        random.nextBytes(bytes);
        return switch (random.nextInt(4)) {
            case 0 -> bytes;
            case 1 ->
                OTHER_PROTOCOLS.get(random.nextInt(OTHER_PROTOCOLS.size())).getBytes(StandardCharsets.US_ASCII);
            default -> record(bytes, random);
        };
    }

    /** RFC 8446 5.1: a type, 0x0303, a length; the types of TLS are 20 to 23, and its heartbeats' is 24. */
    private static byte[] record(byte[] bytes, Random random) {
        byte[] record = Arrays.copyOf(bytes, bytes.length);
        int length = bytes.length - HEADER;
        record[0] = (byte) (20 + random.nextInt(5));
        record[1] = 3;
        record[2] = 3;
        record[3] = (byte) (length >> 8);
        record[4] = (byte) length;
        return record;
    }
}
