package dev.dovetail.tls.suites.sm;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.api.spi.Availability;

/** SM4 (GB/T 32907-2016) in a mode that authenticates: what GCM and CCM have in common (RFC 8998 3.5). */
abstract class Sm4Aead implements AeadCipher {

    static final int KEY = 16;
    static final int NONCE = 12;
    static final int TAG = 16;

    private final String name;
    private final int preference;

    Sm4Aead(String name, int preference) {
        this.name = name;
        this.preference = preference;
    }

    /** The mode with a key; BouncyCastle's classes stay behind this call, so that a part can be made without them. */
    abstract KeyedSm4 keyed(boolean encrypting, Secret key);

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

    @Override
    public final int preference() {
        return preference;
    }

    @Override
    public final int keyLength() {
        return KEY;
    }

    @Override
    public final int nonceLength() {
        return NONCE;
    }

    @Override
    public final int tagLength() {
        return TAG;
    }

    /** As AES has it in these modes; RFC 8998 3.1 keeps the suites out of TLS 1.2. */
    @Override
    public final Tls12Nonce tls12Nonce() {
        return Tls12Nonce.EXPLICIT;
    }

    @Override
    public final Sealer sealer(Secret key) {
        return new Sm4Sealer(keyed(true, key));
    }

    @Override
    public final Opener opener(Secret key) {
        return new Sm4Opener(keyed(false, key));
    }

    @Override
    public final String toString() {
        return name + " (" + implementation() + ")";
    }
}
