package dev.dovetail.tls.testkit;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.BulkCipher;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What ciphers of all shapes must do: carry connections, make records of the length that their facts say, and forget.
 *
 * @param <C> the shape
 */
public abstract class CipherContract<C extends BulkCipher> extends VectorContract<C> {

    /** For the contracts of this kit. */
    CipherContract() {}

    /** Connections in every version that has such ciphers. */
    abstract void connect(Rehearsal rehearsal);

    /** Records of every form that such ciphers take part in. */
    abstract void makeRecords(Rehearsal rehearsal);

    /** An object of each direction, used once. */
    abstract List<AutoCloseable> used(Secret key);

    @Test
    void carriesConnections() {
        connect(rehearsal());
    }

    @Test
    void makesRecordsAsLongAsItsFactsSay() {
        makeRecords(rehearsal());
    }

    @Test
    void leavesNothingOfItsKeyBehind() throws Exception {
        byte[] bytes = Sample.bytes(1000, part().keyLength());
        try (Secret key = key(0)) {
            for (AutoCloseable one : used(key)) {
                one.close();
                Remains.assertNothingLeftOf(bytes, one, name());
            }
        }
    }

    final Secret key(int which) {
        return Sample.secret(1000 + which, part().keyLength());
    }

    private Rehearsal rehearsal() {
        return new Rehearsal(name(), new Composition().cipher(part()));
    }
}
