package dev.dovetail.tls.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SecretTest {

    @Test
    void wipesItsBytesOnClose() {
        byte[] bytes = {1, 2, 3};
        Secret.of(bytes).close();
        assertThat(bytes).containsOnly(0);
    }

    @Test
    void refusesEveryUseAfterClose() {
        Secret secret = Secret.of(new byte[] {1});
        secret.close();
        secret.close();
        assertThat(secret.isClosed()).isTrue();
        assertThatThrownBy(() -> secret.with(bytes -> bytes.length)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> secret.use(bytes -> {})).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(secret::copy).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> secret.matches(new byte[1])).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void printsItsLengthAndNothingElse() {
        Secret secret = Secret.of(new byte[] {0x41, 0x42});
        assertThat(secret).hasToString("Secret[2 bytes]");
        secret.close();
        assertThat(secret).hasToString("Secret[closed]");
    }

    @Test
    void comparesByContents() {
        Secret secret = Secret.of(new byte[] {1, 2});
        assertThat(secret.matches(new byte[] {1, 2})).isTrue();
        assertThat(secret.matches(new byte[] {1, 3})).isFalse();
        assertThat(secret.matches(new byte[] {1})).isFalse();
    }

    @Test
    void copiesAreIndependent() {
        byte[] source = {9, 1, 2, 9};
        Secret first = Secret.copyOf(source, 1, 2);
        Secret second = first.copy();
        first.close();
        assertThat(source).containsExactly(9, 1, 2, 9);
        assertThat(second.matches(new byte[] {1, 2})).isTrue();
    }
}
