package dev.dovetail.tls.suites.camellia;

import dev.dovetail.tls.api.spi.Availability;
import dev.dovetail.tls.api.spi.Part;

/** What Camellia has in common in all modes. */
abstract class CamelliaCipher implements Part {

    private final String name;
    private final int keyLength;

    CamelliaCipher(String name, int keyLength) {
        this.name = name;
        this.keyLength = keyLength;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String implementation() {
        return BouncyCastle.NAME;
    }

    @Override
    public final Availability availability() {
        return BouncyCastle.availability();
    }

    /** Of BulkCipher, which only a cipher with a mode can be. */
    public final int keyLength() {
        return keyLength;
    }
}
