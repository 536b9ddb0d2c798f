package dev.dovetail.tls.provider.accp;

import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.spi.Mac;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.testkit.AeadCipherContract;
import dev.dovetail.tls.testkit.HashAlgorithmContract;
import dev.dovetail.tls.testkit.KeyExchangeContract;
import dev.dovetail.tls.testkit.MacContract;
import dev.dovetail.tls.testkit.NamedGroupContract;
import java.security.KeyPair;
import java.util.Optional;
import org.junit.jupiter.api.Nested;

/** The conformance kit, applied to every part but the signature schemes. Where ACCP is missing it skips, with the reason. */
class AccpContractTest {

    @Nested
    class AccpAes128GcmPart extends AeadCipherContract {
        @Override
        protected AeadCipher part() {
            return new AccpAes128Gcm();
        }
    }

    @Nested
    class AccpAes256GcmPart extends AeadCipherContract {
        @Override
        protected AeadCipher part() {
            return new AccpAes256Gcm();
        }
    }

    @Nested
    class AccpSecp256r1Part extends NamedGroupContract {
        @Override
        protected NamedGroup part() {
            return new AccpSecp256r1();
        }
    }

    @Nested
    class AccpSecp384r1Part extends NamedGroupContract {
        @Override
        protected NamedGroup part() {
            return new AccpSecp384r1();
        }
    }

    @Nested
    class AccpSecp521r1Part extends NamedGroupContract {
        @Override
        protected NamedGroup part() {
            return new AccpSecp521r1();
        }
    }

    @Nested
    class AccpSha256Part extends HashAlgorithmContract {
        @Override
        protected HashAlgorithm part() {
            return new AccpSha256();
        }
    }

    @Nested
    class AccpSha384Part extends HashAlgorithmContract {
        @Override
        protected HashAlgorithm part() {
            return new AccpSha384();
        }
    }

    @Nested
    class AccpSha512Part extends HashAlgorithmContract {
        @Override
        protected HashAlgorithm part() {
            return new AccpSha512();
        }
    }

    @Nested
    class AccpHmacSha1Part extends MacContract {
        @Override
        protected Mac part() {
            return new AccpHmacSha1();
        }
    }

    @Nested
    class AccpHmacSha256Part extends MacContract {
        @Override
        protected Mac part() {
            return new AccpHmacSha256();
        }
    }

    @Nested
    class AccpHmacSha384Part extends MacContract {
        @Override
        protected Mac part() {
            return new AccpHmacSha384();
        }
    }

    @Nested
    class AccpHmacSha512Part extends MacContract {
        @Override
        protected Mac part() {
            return new AccpHmacSha512();
        }
    }

    @Nested
    class AccpRsaKeyExchangePart extends KeyExchangeContract {
        @Override
        protected KeyExchange part() {
            return new AccpRsaKeyExchange();
        }

        @Override
        protected Optional<KeyPair> certificateKeys() {
            return Optional.of(KEYS);
        }

        private static final KeyPair KEYS = KeyKind.RSA_2048.generate();
    }
}
