package dev.dovetail.tls.handshake;

import dev.dovetail.tls.api.Authentication;
import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.api.spi.SuiteProvider;
import java.util.ArrayList;
import java.util.List;

/** AES-128-GCM whose keys are worn out after a hundred records. */
final class ShortLivedAead implements AeadCipher {

    static final int LIMIT = 100;
    static final String TLS_1_3 = "SHORT_LIVED_13";
    static final String TLS_1_2 = "SHORT_LIVED_12";

    private final AeadCipher aes;
    private final long limit;

    private ShortLivedAead(AeadCipher aes, long limit) {
        this.aes = aes;
        this.limit = limit;
    }

    /** One suite with this cipher, beside all other parts. */
    static Selection selection(String suite) {
        return selection(suite, LIMIT);
    }

    /** The same with another limit. */
    static Selection selection(String suite, long limit) {
        AeadCipher aes = (AeadCipher)
                TestBed.CATALOG.usable("TLS_AES_128_GCM_SHA256").orElseThrow().cipher();
        SuiteProvider suites = () -> List.of(
                CipherSuite.tls13(0xff13, TLS_1_3, "SHORT_LIVED", "SHA256", Trait.EXPERIMENTAL),
                CipherSuite.aead12(
                        0xff12, TLS_1_2, "ECDHE", Authentication.ECDSA, "SHORT_LIVED", "SHA256", Trait.EXPERIMENTAL));
        List<Object> parts = new ArrayList<>(TestBed.CATALOG.parts());
        parts.add(suites);
        parts.add(new ShortLivedAead(aes, limit));
        return Selection.compatible(Catalog.of(parts.toArray())).suites(suite);
    }

    @Override
    public String name() {
        return "SHORT_LIVED";
    }

    @Override
    public String implementation() {
        return "test";
    }

    @Override
    public int keyLength() {
        return aes.keyLength();
    }

    @Override
    public int nonceLength() {
        return aes.nonceLength();
    }

    @Override
    public int tagLength() {
        return aes.tagLength();
    }

    @Override
    public Tls12Nonce tls12Nonce() {
        return aes.tls12Nonce();
    }

    @Override
    public long recordLimit() {
        return limit;
    }

    @Override
    public Sealer sealer(Secret key) {
        return aes.sealer(key);
    }

    @Override
    public Opener opener(Secret key) {
        return aes.opener(key);
    }
}
