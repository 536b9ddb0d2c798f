package dev.dovetail.tls.jsse.engine;

/** Bytes that show when some of them are lost, doubled or out of order. */
final class Data {

    private Data() {}

    static byte[] of(int length) {
        byte[] data = new byte[length];
        for (int i = 0; i < length; i++) data[i] = (byte) (i * 31 + (i >> 8) + length);
        return data;
    }
}
