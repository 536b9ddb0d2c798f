package dev.dovetail.tls.cli.suites;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.spi.Part;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ListingTest {

    private static final Catalog CATALOG = Catalog.discover();

    @Test
    void listsEverySuiteGroupSchemeAndPart() {
        String listing = listing(CATALOG);

        assertThat(CATALOG.suites())
                .isNotEmpty()
                .allSatisfy(suite -> assertThat(listing)
                        .containsPattern(
                                "(?m)^  " + String.format("0x%04x", suite.code()) + "  " + suite.name() + " "));
        assertThat(CATALOG.parts())
                .extracting(Part::name)
                .allSatisfy(name -> assertThat(listing).contains("  " + name + " "));
    }

    @Test
    void tellsWhyASuiteCanNotBeUsedAndWhichModuleToAdd() {
        List<String> lines = listing(CATALOG.without("AES_128_GCM")).lines().toList();

        int at = indexOf(lines, "  0x1301  TLS_AES_128_GCM_SHA256 ");
        assertThat(lines.get(at)).endsWith("no");
        assertThat(lines.get(at + 1).strip())
                .isEqualTo("cipher AES_128_GCM is missing: add dev.dovetail:tls-ciphers-aes");
        assertThat(lines.get(indexOf(lines, "  cipher  AES_128_GCM "))).endsWith("dev.dovetail:tls-ciphers-aes");
    }

    @Test
    void marksWhatIsEnabledUnasked() {
        List<String> lines = listing(CATALOG).lines().toList();

        assertThat(lines.get(indexOf(lines, "  0x1301  "))).endsWith("modern");
        assertThat(lines.get(indexOf(lines, "  0x002f  ")))
                .contains("compatible")
                .endsWith("no forward secrecy");
        assertThat(lines.get(indexOf(lines, "  0x0201  rsa_pkcs1_sha1 ")))
                .contains("by name")
                .contains("legacy");
    }

    @Test
    void namesTheUsedImplementationFirst() {
        List<String> lines = listing(CATALOG.prefer("CHACHA20_POLY1305", "BouncyCastle"))
                .lines()
                .toList();

        assertThat(lines.get(indexOf(lines, "  cipher        CHACHA20_POLY1305 ")))
                .matches(".*  BouncyCastle \\(-?\\d+\\), not used: JDK \\(-?\\d+\\)");
    }

    @Test
    void isPrintedByTheCommand() {
        StringWriter out = new StringWriter();

        int code = new CommandLine(new SuitesCommand())
                .setOut(new PrintWriter(out, true))
                .execute();

        assertThat(code).isZero();
        assertThat(out.toString()).isEqualTo(listing(CATALOG));
    }

    private static String listing(Catalog catalog) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        new Listing(catalog, out).print();
        out.flush();
        return text.toString();
    }

    private static int indexOf(List<String> lines, String start) {
        for (int i = 0; i < lines.size(); i++) if (lines.get(i).startsWith(start)) return i;
        throw new AssertionError("no line begins with " + start + " in\n" + String.join("\n", lines));
    }
}
