package dev.dovetail.tls.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A check that nothing was ever seen to fail proves nothing: each one of each contract condemns some broken part. */
final class EveryCheckHasABrokenPartTest {

    private static final Path TESTS = Path.of("src/test/java/dev/dovetail/tls/testkit");

    @ParameterizedTest
    @ValueSource(
            classes = {
                AeadCipherContract.class,
                CbcCipherContract.class,
                StreamCipherContract.class,
                MacContract.class,
                HashAlgorithmContract.class,
                NamedGroupContract.class,
                HybridGroupContract.class,
                SignatureSchemeContract.class,
                KeyExchangeContract.class,
                ExtensionContract.class,
                SuiteProviderContract.class,
                ServicesContract.class
            })
    void everyCheckIsNamedInATrial(Class<?> contract) throws IOException {
        String trials = trials(contract);
        SortedSet<String> untried = new TreeSet<>();
        for (String check : checks(contract)) if (!trials.contains('"' + check + '"')) untried.add(check);
        assertThat(untried)
                .as("checks of %s without a broken part", contract.getSimpleName())
                .isEmpty();
    }

    @Test
    void everyContractIsLookedAt() throws IOException {
        List<String> contracts;
        try (var files = Files.list(Path.of("src/main/java/dev/dovetail/tls/testkit"))) {
            contracts = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Contract.java"))
                    .map(name -> name.replace(".java", ""))
                    .toList();
        }
        String here = Files.readString(TESTS.resolve("EveryCheckHasABrokenPartTest.java"));
        assertThat(contracts)
                .filteredOn(contract -> !here.contains(" " + contract + ".class"))
                .as("contracts that are extended by others of the kit only")
                .containsExactlyInAnyOrder("PartContract", "VectorContract", "CipherContract", "AeadForgeryContract");
    }

    /** Its own, and those of the contracts that it extends. */
    private static String trials(Class<?> contract) throws IOException {
        StringBuilder trials = new StringBuilder();
        for (Class<?> type = contract; type != null; type = type.getSuperclass()) {
            Path file = TESTS.resolve(type.getSimpleName() + "Test.java");
            if (type == contract || Files.exists(file)) trials.append(Files.readString(file));
        }
        return trials.toString();
    }

    private static SortedSet<String> checks(Class<?> contract) {
        SortedSet<String> checks = new TreeSet<>();
        for (Class<?> type = contract; type != null; type = type.getSuperclass()) {
            for (var method : type.getDeclaredMethods()) {
                if (method.isAnnotationPresent(Test.class)) checks.add(method.getName());
            }
        }
        return checks;
    }
}
