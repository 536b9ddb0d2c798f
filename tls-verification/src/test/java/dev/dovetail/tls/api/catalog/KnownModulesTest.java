package dev.dovetail.tls.api.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The list by which a missing part is told together with its module, against what the modules really bring. */
class KnownModulesTest {

    @Test
    void listsExactlyWhatThePluginModulesBring() {
        SortedMap<String, String> brought = new TreeMap<>();
        PluginModule.all().forEach((name, module) -> module.brings().forEach(part -> brought.put(part, name)));

        SortedMap<String, String> listed = new TreeMap<>();
        new KnownModules().all().forEach(known -> listed.put(known.kind() + "." + known.name(), known.module()));

        assertThat(listed).isNotEmpty().isEqualTo(brought);
    }

    @Test
    void hasOneLineForEachNameInOrder() throws IOException {
        List<String> keys = lines().stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();

        assertThat(keys).isNotEmpty().doesNotHaveDuplicates().isSorted();
    }

    @Test
    void nothingIsAbsentWhereEveryModuleIsHere() {
        assertThat(Catalog.discover().absent()).isEmpty();
    }

    @Test
    void everythingIsAbsentFromAnEmptyCatalog() {
        assertThat(Catalog.of().absent())
                .hasSameSizeAs(new KnownModules().all().toList())
                .contains(new Absent("cipher", "AES_128_GCM", "tls-ciphers-aes"))
                .contains(new Absent("signature scheme", "ed25519", "tls-signatures"));
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = KnownModules.class.getResourceAsStream("known-modules.properties")) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)
                    .lines()
                    .toList();
        }
    }
}
