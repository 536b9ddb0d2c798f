package dev.dovetail.tls.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WycheproofTest {

    @Test
    void readsGroupsAndVectors() {
        Wycheproof file = load("small.json");
        assertThat(file.vectors()).extracting(Wycheproof.Vector::id).containsExactly(1, 2, 3);
        Wycheproof.Vector first = file.vectors().get(0);
        assertThat(first.bytes("msg")).containsExactly(0x0a, 0xff);
        assertThat(first.isValid()).isTrue();
        assertThat(first.comment()).isEqualTo("first");
        assertThat(first.flags()).containsExactly("Good");
        assertThat(first.group().number("keySize")).isEqualTo(128);
        assertThat(first.group().text("publicKey", "curve")).isEqualTo("none");
        assertThat(file.vectors())
                .extracting(Wycheproof.Vector::result)
                .containsExactly(Wycheproof.Result.VALID, Wycheproof.Result.INVALID, Wycheproof.Result.ACCEPTABLE);
        assertThat(file.vectors().get(2).comment()).isEmpty();
        assertThat(first.has("sig")).isFalse();
    }

    @Test
    void checksWhatWasPicked() {
        List<Integer> checked = new ArrayList<>();
        load("small.json")
                .groups(group -> group.number("keySize") == 128)
                .vectors(vector -> vector.id() > 1)
                .verify(1, vector -> checked.add(vector.id()));
        assertThat(checked).containsExactly(2);
    }

    @Test
    void reportsAllVectorsThatFail() {
        assertThatThrownBy(() -> load("small.json")
                        .verify(3, vector -> assertThat(vector.isValid()).isTrue()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("2 of 3 vectors of small.json fail")
                .hasMessageContaining("tcId 2 INVALID")
                .hasMessageContaining("tcId 3 ACCEPTABLE")
                .hasMessageNotContaining("tcId 1");
    }

    @Test
    void refusesAnotherNumberOfVectorsThanExpected() {
        assertThatThrownBy(() -> load("small.json")
                        .groups(group -> group.number("keySize") == 512)
                        .verify(2, vector -> {}))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("number of vectors picked from small.json");
    }

    @Test
    void refusesAFileThatMiscountsItself() {
        assertThatThrownBy(() -> load("miscounted.json"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("which announces them itself");
    }

    @Test
    void namesWhatIsMissing() {
        assertThatThrownBy(() -> load("no such file"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no resource no such file");
        assertThatThrownBy(() -> load("small.json").vectors().get(2).text("msg"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("small.json has no msg; it has [tcId, flags, result]");
    }

    private static Wycheproof load(String name) {
        return Wycheproof.load(WycheproofTest.class, name);
    }
}
