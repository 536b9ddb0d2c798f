package dev.dovetail.tls.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AlertTest {

    @Test
    void hasTheNamesOfTheRegistry() throws IOException {
        Map<Integer, String> registered = registry();
        assertThat(registered).hasSizeGreaterThan(30);
        registered.forEach((code, name) -> assertThat(new Alert(code).name()).isEqualTo(name));
    }

    @Test
    void constantsAreAllRegistered() throws Exception {
        Map<Integer, String> registered = registry();
        for (var field : Alert.class.getFields()) {
            Alert alert = (Alert) field.get(null);
            assertThat(registered.get(alert.code()).replace("_RESERVED", "").toUpperCase(java.util.Locale.ROOT))
                    .isEqualTo(field.getName());
        }
    }

    @Test
    void keepsAValueThatNobodyKnows() {
        assertThat(new Alert(200)).hasToString("alert(200)").isEqualTo(new Alert(200));
    }

    @Test
    void refusesWhatDoesNotFitAByte() {
        assertThatThrownBy(() -> new Alert(256)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Map<Integer, String> registry() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(AlertTest.class.getResourceAsStream("alerts.csv")), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> line.matches("\\d+,[a-z]\\w+,.*"))
                    .map(line -> Arrays.asList(line.split(",")))
                    .collect(Collectors.toMap(row -> Integer.parseInt(row.get(0)), row -> row.get(1)));
        }
    }
}
