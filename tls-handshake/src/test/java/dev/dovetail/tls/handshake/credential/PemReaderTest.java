package dev.dovetail.tls.handshake.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PemReaderTest {

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void readsBlocksInTheirOrderWhateverEndsTheLines(String end) {
        List<PemBlock> blocks = read(String.join(
                end,
                "Bag Attributes: ignored",
                "-----BEGIN ONE-----",
                "AAEC",
                "Aw==",
                "-----END ONE-----",
                "between: ignored",
                "-----BEGIN TWO THREE-----",
                "",
                "  /w==  ",
                "-----END TWO THREE-----"));

        assertThat(blocks).extracting(PemBlock::label).containsExactly("ONE", "TWO THREE");
        assertThat(blocks.get(0).content()).containsExactly(0, 1, 2, 3);
        assertThat(blocks.get(1).content()).containsExactly(0xff);
    }

    @Test
    void leavesHeadersOut() {
        PemBlock block =
                read("-----BEGIN A-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,\n 00FF\n\nAAEC\n-----END A-----")
                        .get(0);

        assertThat(block.encrypted()).isTrue();
        assertThat(block.content()).containsExactly(0, 1, 2);
    }

    @Test
    void textWithoutBlocksHasNone() {
        assertThat(read("")).isEmpty();
        assertThat(read("nothing\n----BEGIN A----\nAAEC")).isEmpty();
    }

    @Test
    void refusesBlockThatWasCutOff() {
        assertThatThrownBy(() -> read("x\n-----BEGIN A-----\nAAEC\n"))
                .hasMessage("file: the block A begun in line 2 has no END line: it was cut off");
        assertThatThrownBy(() -> read("-----BEGIN A-----\nAAEC\n-----BEGIN B-----\n-----END B-----"))
                .hasMessageContaining("block A begun in line 1 has no END line");
    }

    @Test
    void refusesEndOfAnotherBlock() {
        assertThatThrownBy(() -> read("-----BEGIN A-----\nAAEC\n-----END B-----"))
                .hasMessage("file: line 3 ends B, but A was begun in line 1");
    }

    @Test
    void neverShowsWhatItCouldNotDecode() {
        assertThatThrownBy(() -> read("-----BEGIN A-----\nSECRET!SECRET\n-----END A-----"))
                .hasMessage("file: the block A begun in line 1 is not Base64")
                .hasNoCause();
        assertThat(read("-----BEGIN A-----\nAAEC\n-----END A-----").get(0)).hasToString("PemBlock[A]");
    }

    @Test
    void leavesItsInputAsItWas() {
        byte[] text = "-----BEGIN A-----\nAAEC\n-----END A-----".getBytes(StandardCharsets.US_ASCII);
        byte[] copy = text.clone();

        PemReader.read(text, "file");

        assertThat(text).isEqualTo(copy);
    }

    private static List<PemBlock> read(String text) {
        return PemReader.read(text.getBytes(StandardCharsets.US_ASCII), "file");
    }
}
