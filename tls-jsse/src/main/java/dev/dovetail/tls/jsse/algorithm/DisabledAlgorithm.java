package dev.dovetail.tls.jsse.algorithm;

import dev.dovetail.tls.api.Role;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One entry of a list of disabled algorithms: {@code RSA keySize < 2048 & usage TLSServer}.
 *
 * @param text as it stands in the list
 * @param name in the form of {@link AlgorithmNames#name}
 * @param curve if the name is a curve's, which has several
 * @param conditions all of which have to hold
 */
record DisabledAlgorithm(
        String text, String name, Optional<ECParameterSpec> curve, List<Predicate<AlgorithmUse>> conditions) {

    private static final Pattern COMPARISON = Pattern.compile("(<|<=|==|!=|>=|>)\\s+(\\d{1,9})");

    /**
     * Reads an entry. Whoever writes what nobody here understands wants it to be disabled: then no condition counts.
     */
    static DisabledAlgorithm of(String entry) {
        // Some curves have names of two words.
        Optional<ECParameterSpec> whole = curve(entry);
        String[] words = entry.split("\\s+", 2);
        if (whole.isPresent() || words.length == 1) {
            return new DisabledAlgorithm(entry, AlgorithmNames.name(entry), whole, List.of());
        }
        List<Optional<Predicate<AlgorithmUse>>> terms = Arrays.stream(words[1].split("&", -1))
                .map(term -> condition(term.strip()))
                .toList();
        boolean understood = terms.stream().allMatch(Optional::isPresent);
        return new DisabledAlgorithm(
                entry,
                AlgorithmNames.name(words[0]),
                curve(words[0]),
                understood ? terms.stream().flatMap(Optional::stream).toList() : List.of());
    }

    boolean concerns(AlgorithmUse use) {
        boolean meant = use.names().contains(name)
                || curve.flatMap(one -> use.key().filter(key -> AlgorithmNames.on(key, one)))
                        .isPresent();
        return meant && conditions.stream().allMatch(condition -> condition.test(use));
    }

    /** Empty if it can't be understood. */
    private static Optional<Predicate<AlgorithmUse>> condition(String term) {
        String[] words = term.split("\\s+");
        return switch (words[0].toLowerCase(Locale.ROOT)) {
            case "keysize" -> keySize(term.substring(words[0].length()).strip());
            case "usage" -> usage(Arrays.asList(words).subList(1, words.length));
            case "denyafter" -> after(words);
            case "jdkca" ->
                words.length == 1 ? Optional.of(use -> use.jdkAuthority().getAsBoolean()) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Predicate<AlgorithmUse>> keySize(String comparison) {
        Matcher compared = COMPARISON.matcher(comparison);
        if (!compared.matches()) return Optional.empty();
        int size = Integer.parseInt(compared.group(2));
        IntPredicate disabled = switch (compared.group(1)) {
            case "<" -> actual -> actual < size;
            case "<=" -> actual -> actual <= size;
            case "==" -> actual -> actual == size;
            case "!=" -> actual -> actual != size;
            case ">=" -> actual -> actual >= size;
            default -> actual -> actual > size;
        };
        // As with the JDK, what does not tell its size is not too short; and a signature has none.
        return Optional.of(use -> {
            OptionalInt actual = use.keySize();
            return actual.isPresent() && disabled.test(actual.getAsInt());
        });
    }

    private static Optional<Predicate<AlgorithmUse>> usage(List<String> kinds) {
        List<Optional<Predicate<AlgorithmUse>>> uses =
                kinds.stream().map(DisabledAlgorithm::usage).toList();
        if (uses.isEmpty() || uses.contains(Optional.<Predicate<AlgorithmUse>>empty())) return Optional.empty();
        return Optional.of(use -> uses.stream().flatMap(Optional::stream).anyMatch(one -> one.test(use)));
    }

    private static Optional<Predicate<AlgorithmUse>> usage(String kind) {
        return switch (kind.toLowerCase(Locale.ROOT)) {
            case "tlsserver" -> Optional.of(use -> use.owner().equals(Optional.of(Role.SERVER)));
            case "tlsclient" -> Optional.of(use -> use.owner().equals(Optional.of(Role.CLIENT)));
            case "certificatesignature" -> Optional.of(use -> use.key().isEmpty());
            // Neither is about certificates of TLS.
            case "signedjar", "handshakesignature" -> Optional.of(use -> false);
            default -> Optional.empty();
        };
    }

    private static Optional<Predicate<AlgorithmUse>> after(String[] words) {
        if (words.length != 2) return Optional.empty();
        try {
            Instant last =
                    LocalDate.parse(words[1]).atStartOfDay(ZoneOffset.UTC).toInstant();
            return Optional.of(use -> use.now().isAfter(last));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Optional<ECParameterSpec> curve(String name) {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec(name));
            return Optional.of(parameters.getParameterSpec(ECParameterSpec.class));
        } catch (GeneralSecurityException noCurve) {
            return Optional.empty();
        }
    }
}
