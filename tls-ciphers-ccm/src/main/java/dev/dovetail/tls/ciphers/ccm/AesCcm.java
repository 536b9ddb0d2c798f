package dev.dovetail.tls.ciphers.ccm;

import dev.dovetail.tls.api.spi.AeadCipher;

/** What the AES-CCM ciphers have in common, whoever computes them: the facts. */
abstract class AesCcm implements AeadCipher {

    // RFC 8446 5.5 has no limit for CCM. RFC 9147 4.5.3 and B.1 derive this one for the same margin; it is about the
    // block cipher, so it holds for the short tag too, whose forgeries TLS stops by closing at the first bad record.
    private static final long RECORDS = 1L << 23;

    final CcmAlgorithm algorithm;

    AesCcm(CcmAlgorithm algorithm) {
        this.algorithm = algorithm;
    }

    @Override
    public final String name() {
        return algorithm.name();
    }

    @Override
    public final int keyLength() {
        return algorithm.keyLength();
    }

    @Override
    public final int nonceLength() {
        return CcmAlgorithm.NONCE;
    }

    @Override
    public final int tagLength() {
        return algorithm.tagLength();
    }

    /** RFC 6655 3: as in AES-GCM. */
    @Override
    public final Tls12Nonce tls12Nonce() {
        return Tls12Nonce.EXPLICIT;
    }

    @Override
    public final long recordLimit() {
        return RECORDS;
    }

    @Override
    public final int preference() {
        return algorithm.preference();
    }
}
