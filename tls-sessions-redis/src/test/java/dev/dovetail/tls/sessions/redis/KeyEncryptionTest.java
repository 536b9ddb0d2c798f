package dev.dovetail.tls.sessions.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.handshake.session.TicketKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyEncryptionTest {

    private static final byte[] PLACE = {1, 2, 3};
    private static final Instant FROM = Instant.parse("2030-06-01T12:00:00Z");

    private final SecureRandom random = new SecureRandom();
    private final TicketKey key = TicketKey.fresh(random, FROM, Duration.ofHours(1), Duration.ofHours(24));

    @Test
    void opensWhatItSealed() {
        try (KeyEncryption encryption = with(1)) {
            TicketKey opened =
                    encryption.open(encryption.seal(key, PLACE), PLACE).orElseThrow();
            assertThat(opened.name()).isEqualTo(key.name());
            boolean same = opened.key().with(bytes -> key.key().matches(bytes));
            assertThat(same).isTrue();
            assertThat(opened.sealsFrom()).isEqualTo(key.sealsFrom());
            assertThat(opened.sealsUntil()).isEqualTo(key.sealsUntil());
            assertThat(opened.opensUntil()).isEqualTo(key.opensUntil());
        }
    }

    @Test
    void opensNothingInWhichABitChanged() {
        try (KeyEncryption encryption = with(1)) {
            byte[] sealed = encryption.seal(key, PLACE);
            for (int i = 0; i < sealed.length; i++) {
                byte[] changed = sealed.clone();
                changed[i] ^= 1;
                assertThat(encryption.open(changed, PLACE)).as("byte %d", i).isEmpty();
            }
        }
    }

    @Test
    void opensNothingElsewhereOrOfAnotherLength() {
        try (KeyEncryption encryption = with(1)) {
            byte[] sealed = encryption.seal(key, PLACE);
            assertThat(encryption.open(sealed, new byte[] {1, 2, 4})).isEmpty();
            assertThat(encryption.open(Arrays.copyOf(sealed, sealed.length - 1), PLACE))
                    .isEmpty();
            assertThat(encryption.open(new byte[0], PLACE)).isEmpty();
        }
    }

    @Test
    void theFirstKeySealsAndEachOpens() {
        try (KeyEncryption old = with(1);
                KeyEncryption both = with(2, 1);
                KeyEncryption next = with(2)) {
            assertThat(opened(both, old.seal(key, PLACE))).isPresent();
            assertThat(opened(next, both.seal(key, PLACE))).isPresent();
            assertThat(opened(old, both.seal(key, PLACE))).isEmpty();
        }
    }

    @Test
    void sealsTheSameKeyDifferentlyEachTime() {
        try (KeyEncryption encryption = with(1)) {
            assertThat(encryption.seal(key, PLACE)).isNotEqualTo(encryption.seal(key, PLACE));
        }
    }

    @Test
    void refusesKeysOfAnotherLengthAndForgetsThem() {
        Secret good = Fleet.kek(1);
        Secret shorter = Secret.of(new byte[16]);
        assertThatThrownBy(() -> new KeyEncryption(List.of(good, shorter), random))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32 random bytes");
        assertThat(good.isClosed()).isTrue();
        assertThat(shorter.isClosed()).isTrue();
    }

    private static Optional<TicketKey> opened(KeyEncryption encryption, byte[] sealed) {
        return encryption.open(sealed, PLACE);
    }

    private KeyEncryption with(int... keks) {
        List<Secret> secrets = Arrays.stream(keks).mapToObj(Fleet::kek).toList();
        return new KeyEncryption(secrets, random);
    }
}
