package dev.dovetail.tls.jsse.setup;

import dev.dovetail.tls.api.catalog.Selection;
import dev.dovetail.tls.api.spi.Part;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.jsse.DovetailOptions;
import java.security.AlgorithmConstraints;
import java.security.CryptoPrimitive;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Makes selections of wishes, and remembers them: a program has few different ones. For many threads. */
final class Selections {

    private static final int MOST_REMEMBERED = 64;
    private static final Set<CryptoPrimitive> KEY_AGREEMENT = EnumSet.of(CryptoPrimitive.KEY_AGREEMENT);
    private static final Set<CryptoPrimitive> SIGNATURE = EnumSet.of(CryptoPrimitive.SIGNATURE);

    private final DovetailOptions options;
    private final Map<Wish, Selection> made = new ConcurrentHashMap<>();

    Selections(DovetailOptions options) {
        this.options = options;
    }

    Selection of(Wish wish) {
        Selection known = made.get(wish);
        if (known != null) return known;
        if (made.size() >= MOST_REMEMBERED) made.clear();
        return made.computeIfAbsent(wish, this::make);
    }

    private Selection make(Wish wish) {
        Predicate<String> agreement = permitted(wish.constraints(), KEY_AGREEMENT);
        Predicate<String> signature = permitted(wish.constraints(), SIGNATURE);
        Selection selection = options.selection();
        List<String> protocols = wish.protocols().stream().filter(agreement).toList();
        if (protocols.isEmpty()) throw new IllegalArgumentException("no protocol is enabled");
        selection = selection.versions(
                Protocols.version(protocols.get(protocols.size() - 1)), Protocols.version(protocols.get(0)));
        selection = selection.suites(wish.suites().stream().filter(agreement).toArray(String[]::new));
        String[] groups = wish
                .groups()
                .map(names -> known(names, options.catalog().groups()))
                .orElseGet(() -> names(options.selection().groups()))
                .stream()
                .filter(agreement)
                .toArray(String[]::new);
        // Only where something was chosen: the options may have set key shares of their own.
        if (groups.length != selection.groups().size() || wish.groups().isPresent()) {
            selection = selection.groups(groups);
        }
        if (wish.schemes().isEmpty() && wish.constraints().isEmpty()) return selection;
        Selection base = selection;
        Optional<List<String>> chosen =
                wish.schemes().map(names -> known(names, options.catalog().signatureSchemes()));
        return base.signing(chosen.orElseGet(() -> names(base.signing())).stream()
                        .filter(name -> signature.test(jcaName(name)))
                        .toArray(String[]::new))
                .verifying(chosen.orElseGet(() -> names(base.verifying())).stream()
                        .filter(name -> signature.test(jcaName(name)))
                        .toArray(String[]::new));
    }

    /** As with the JDK, a name that nobody knows here is passed over. */
    private static List<String> known(List<String> names, List<? extends Part> parts) {
        List<String> there = names(parts);
        return names.stream().filter(there::contains).distinct().toList();
    }

    private static List<String> names(List<? extends Part> parts) {
        return parts.stream().map(Part::name).toList();
    }

    private String jcaName(String scheme) {
        return options.catalog().signatureSchemes().stream()
                .filter(one -> one.name().equals(scheme))
                .map(SignatureScheme::signatureAlgorithm)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(scheme);
    }

    private static Predicate<String> permitted(
            Optional<AlgorithmConstraints> constraints, Set<CryptoPrimitive> primitives) {
        return name -> constraints
                .map(limits -> limits.permits(primitives, name, null))
                .orElse(true);
    }
}
