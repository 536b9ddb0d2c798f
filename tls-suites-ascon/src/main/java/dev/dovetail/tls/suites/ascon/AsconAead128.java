package dev.dovetail.tls.suites.ascon;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.api.spi.Availability;
import dev.dovetail.tls.api.spi.BulkCipher;

/** Ascon-AEAD128 (NIST SP 800-232 4), computed by BouncyCastle: for devices without AES of their own. */
@AutoService(BulkCipher.class)
public final class AsconAead128 implements AeadCipher {

    static final String NAME = "ASCONAEAD128";
    static final int KEY = 16;
    static final int NONCE = 16;
    static final int TAG = 16;

    /** For the ServiceLoader and for {@code Catalog.of}. */
    public AsconAead128() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String implementation() {
        return "BouncyCastle";
    }

    @Override
    public Availability availability() {
        try {
            new org.bouncycastle.crypto.engines.AsconAEAD128();
            return Availability.available();
        } catch (LinkageError e) {
            return Availability.unavailable("BouncyCastle is not there: add org.bouncycastle:bcprov-jdk18on");
        }
    }

    @Override
    public int priority() {
        return 0;
    }

    @Override
    public int keyLength() {
        return KEY;
    }

    @Override
    public int nonceLength() {
        return NONCE;
    }

    @Override
    public int tagLength() {
        return TAG;
    }

    @Override
    public Tls12Nonce tls12Nonce() {
        return Tls12Nonce.XOR_SEQUENCE;
    }

    /** SP 800-232 4.2: at most 2^54 bytes with one key, so 2^39 records of 2^15 bytes. */
    @Override
    public long recordLimit() {
        return 1L << 39;
    }

    @Override
    public Sealer sealer(Secret key) {
        return new AsconSealer(key);
    }

    @Override
    public Opener opener(Secret key) {
        return new AsconOpener(key);
    }
}
