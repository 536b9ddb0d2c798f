package dev.dovetail.tls.suites.legacy;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.spi.BulkCipher;
import org.bouncycastle.crypto.BlockCipher;

/** Triple DES with three keys in CBC mode (RFC 5246 A.5): its blocks of 64 bits repeat too soon (RFC 9325 4.2.1). */
@AutoService(BulkCipher.class)
public final class TripleDesEdeCbc extends EngineCbc {

    /** For the ServiceLoader and {@code Catalog.of}. */
    public TripleDesEdeCbc() {
        super("3DES_EDE_CBC", 24, 8);
    }

    @Override
    BlockCipher engine() {
        return Engines.tripleDes();
    }
}
