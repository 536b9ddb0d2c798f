package dev.dovetail.tls.ciphers.ccm;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.Availability;

/**
 * AES-CCM as BouncyCastle's lightweight API has it, to be compared with and for platforms whose own AES is not wanted.
 * Slower than {@link JdkAesCcm}, whose comment has the figures, and its AES looks tables up in memory.
 */
abstract class BouncyCastleAesCcm extends AesCcm {

    BouncyCastleAesCcm(CcmAlgorithm algorithm) {
        super(algorithm);
    }

    @Override
    public final String implementation() {
        return "BouncyCastle";
    }

    @Override
    public final Availability availability() {
        try {
            BouncyCastleCcm.requireLibrary();
            return Availability.available();
        } catch (LinkageError e) {
            return Availability.unavailable("BouncyCastle is not there: add org.bouncycastle:bcprov-jdk18on,"
                    + " on a module path by requires or --add-modules");
        }
    }

    @Override
    public final Sealer sealer(Secret key) {
        return new BouncyCastleCcmSealer(algorithm, new BouncyCastleCcm(algorithm.copyOf(key)));
    }

    @Override
    public final Opener opener(Secret key) {
        return new BouncyCastleCcmOpener(algorithm, new BouncyCastleCcm(algorithm.copyOf(key)));
    }
}
