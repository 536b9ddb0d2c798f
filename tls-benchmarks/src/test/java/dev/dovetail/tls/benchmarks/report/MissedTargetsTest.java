package dev.dovetail.tls.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/benchmarks.md says why a target is missed, for each one that is. */
class MissedTargetsTest {

    private static final Path PAGE = Path.of("..", "docs", "benchmarks.md");
    private static final Pattern MISSED =
            Pattern.compile("^\\| ([^|]+) \\|[^|]*\\|[^|]*\\| missed \\|", Pattern.MULTILINE);
    private static final Pattern EXPLANATIONS =
            Pattern.compile("^### Targets that are missed.*?(?=^###)", Pattern.MULTILINE | Pattern.DOTALL);

    @Test
    void eachOfThemIsExplained() throws Exception {
        String page = Files.readString(PAGE);
        String explanations = EXPLANATIONS
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow()
                .replaceAll("\\s+", " ");
        List<String> missed = MISSED.matcher(page)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
        assertThat(missed).allSatisfy(target -> assertThat(explanations).contains("*" + target + "*"));
    }
}
