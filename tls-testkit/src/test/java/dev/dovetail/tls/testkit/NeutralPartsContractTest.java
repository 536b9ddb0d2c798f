package dev.dovetail.tls.testkit;

import dev.dovetail.tls.api.spi.AeadCipher;
import dev.dovetail.tls.api.spi.CbcCipher;
import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.spi.Mac;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.certificates.CertificateSignature;
import dev.dovetail.tls.certificates.KeyKind;
import dev.dovetail.tls.testkit.neutral.NeutralAead;
import dev.dovetail.tls.testkit.neutral.NeutralCbc;
import dev.dovetail.tls.testkit.neutral.NeutralExchange;
import dev.dovetail.tls.testkit.neutral.NeutralGroup;
import dev.dovetail.tls.testkit.neutral.NeutralHash;
import dev.dovetail.tls.testkit.neutral.NeutralMac;
import dev.dovetail.tls.testkit.neutral.NeutralScheme;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;

/** The kit's own parts, among which all others are tried, pass every contract themselves. */
final class NeutralPartsContractTest {

    @Nested
    final class Aead extends AeadCipherContract {
        @Override
        protected AeadCipher part() {
            return new NeutralAead();
        }

        @Override
        protected List<String> vectors() {
            return List.of("/vectors/aes-gcm.txt");
        }
    }

    @Nested
    final class Cbc extends CbcCipherContract {
        @Override
        protected CbcCipher part() {
            return new NeutralCbc();
        }

        @Override
        protected List<String> vectors() {
            return List.of("/vectors/aes-cbc.txt");
        }
    }

    @Nested
    final class Macs extends MacContract {
        @Override
        protected Mac part() {
            return new NeutralMac();
        }

        @Override
        protected List<String> vectors() {
            return List.of("/vectors/hmac-sha256.txt");
        }
    }

    @Nested
    final class Hash extends HashAlgorithmContract {
        @Override
        protected HashAlgorithm part() {
            return new NeutralHash();
        }

        @Override
        protected List<String> vectors() {
            return List.of("/vectors/sha256.txt");
        }
    }

    @Nested
    final class Group extends NamedGroupContract {
        @Override
        protected NamedGroup part() {
            return new NeutralGroup();
        }

        @Override
        protected List<String> vectors() {
            return List.of("/vectors/x25519.txt");
        }
    }

    @Nested
    final class Scheme extends SignatureSchemeContract {
        @Override
        protected SignatureScheme part() {
            return new NeutralScheme();
        }

        @Override
        protected KeyPair keys() {
            return KeyKind.ED25519.generate();
        }

        @Override
        protected Optional<CertificateSignature> certificateSignature() {
            return Optional.of(CertificateSignature.ED25519);
        }

        @Override
        protected List<String> vectors() {
            return List.of("/vectors/ed25519.txt");
        }
    }

    @Nested
    final class Exchange extends KeyExchangeContract {
        @Override
        protected KeyExchange part() {
            return new NeutralExchange(NamedGroup.Kind.ELLIPTIC_CURVE);
        }

        @Override
        protected List<NamedGroup> groups() {
            return List.of(new NeutralGroup());
        }
    }
}
