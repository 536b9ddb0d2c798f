package dev.dovetail.tls.sessions.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class RedisPlaceTest {

    /** Nothing listens there, and only the administrator may. */
    private static final RedisPlace NOWHERE = RedisPlace.at("redis://user:secret@127.0.0.1:1");

    @Test
    void hidesThePassword() {
        assertThat(NOWHERE.toString()).contains("127.0.0.1:1").doesNotContain("secret");
    }

    @Test
    void everyKeyHasThePrefix() {
        assertThat(NOWHERE.key("s:", new byte[] {'i'})).isEqualTo("dovetail:s:i".getBytes(US_ASCII));
        assertThat(NOWHERE.prefixed("a:").key("s:", new byte[] {'i'})).isEqualTo("a:s:i".getBytes(US_ASCII));
    }

    @Test
    void aStoreBeginsAndKnowsNothingWhereNoRedisIs() {
        try (RedisSessionStore store = RedisSessionStore.of(NOWHERE).build()) {
            CompletionStage<Optional<byte[]>> found = store.find(new byte[] {1});
            assertThat(Await.answer(found)).isEmpty();
            assertThat(Await.answer(store.claim(new byte[] {1}, Duration.ofMinutes(1))))
                    .isFalse();
        }
    }

    @Test
    void keysBeginAndAreNoneWhereNoRedisIs() {
        Secret encryptionKey = Fleet.kek(1);
        RedisTicketKeys keys = RedisTicketKeys.hourly(NOWHERE, encryptionKey, Duration.ofHours(1));
        assertThat(keys.sealing(Instant.now())).isEmpty();
        assertThat(Await.answer(keys.refresh())).isFalse();
        keys.close();
        Await.until(encryptionKey::isClosed);
        assertThat(Await.answer(keys.refresh())).isFalse();
    }
}
