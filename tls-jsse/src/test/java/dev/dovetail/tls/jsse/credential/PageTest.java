package dev.dovetail.tls.jsse.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/jsse.md says what is true. */
class PageTest {

    private static final Path PAGE = Path.of("..", "docs", "jsse.md");
    private static final Path EXAMPLES =
            Path.of("src", "test", "java", "dev", "dovetail", "tls", "jsse", "credential", "PageExamples.java");
    private static final Pattern JAVA = Pattern.compile("^```java\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    @Test
    void everyPieceOfJavaIsCompiled() throws Exception {
        List<MatchResult> pieces =
                JAVA.matcher(Files.readString(PAGE)).results().toList();
        assertThat(pieces).hasSize(10);
        String examples = flat(Files.readString(EXAMPLES));
        for (MatchResult piece : pieces) assertThat(examples).contains(flat(piece.group(1)));
    }

    /** Without what formatting may change. */
    private static String flat(String code) {
        return code.lines().map(String::strip).collect(Collectors.joining()).replaceAll("\\s", "");
    }
}
