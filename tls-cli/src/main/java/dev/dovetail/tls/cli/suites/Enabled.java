package dev.dovetail.tls.cli.suites;

import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.SignatureScheme;
import java.util.function.Predicate;

/**
 * Which of the selections that are made without naming things takes something in.
 *
 * @param modern the default
 * @param compatible the wider one
 */
record Enabled(Selection modern, Selection compatible) {

    static final String MODERN = "modern";
    static final String COMPATIBLE = "compatible";
    static final String BY_NAME = "by name";

    static Enabled of(Catalog catalog) {
        return new Enabled(Selection.modern(catalog), Selection.compatible(catalog));
    }

    String suite(CipherSuite suite) {
        return first(selection ->
                selection.suites().stream().anyMatch(usable -> usable.suite().equals(suite)));
    }

    String group(NamedGroup group) {
        return first(selection -> selection.groups().contains(group));
    }

    String scheme(SignatureScheme scheme) {
        return first(selection -> selection.verifying().contains(scheme));
    }

    private String first(Predicate<Selection> takes) {
        if (takes.test(modern)) return MODERN;
        return takes.test(compatible) ? COMPATIBLE : BY_NAME;
    }
}
