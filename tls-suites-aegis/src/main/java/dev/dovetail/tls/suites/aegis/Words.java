package dev.dovetail.tls.suites.aegis;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes of an array at once: the first is the lowest. */
final class Words {

    private static final VarHandle LITTLE = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Words() {}

    static long read(byte[] in, int offset) {
        return (long) LITTLE.get(in, offset);
    }

    static void write(long word, byte[] out, int offset) {
        LITTLE.set(out, offset, word);
    }
}
