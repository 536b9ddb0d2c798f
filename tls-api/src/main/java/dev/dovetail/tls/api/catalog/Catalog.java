package dev.dovetail.tls.api.catalog;

import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.spi.BulkCipher;
import dev.dovetail.tls.api.spi.Extension;
import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.api.spi.HybridGroup;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.spi.Mac;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.Part;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.api.spi.SuiteProvider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which suites and parts there are, which work together, and why the others do not. An immutable value: two catalogs of
 * different composition live side by side. What a broken plug-in does becomes a {@link Problem}, never an exception.
 */
public final class Catalog {

    private final List<Object> found;
    private final List<Problem> loading;
    private final Map<String, String> preferences;
    private final Lazy<List<Problem>> problems = new Lazy<>(this::collectProblems);
    private final Lazy<Suites> suites =
            new Lazy<>(() -> Suites.of(of(SuiteProvider.class).toList()));
    private final Parts<KeyExchange> keyExchanges;
    private final Parts<BulkCipher> ciphers;
    private final Parts<Mac> macs;
    private final Parts<HashAlgorithm> hashes;
    private final Lazy<Hybrids> hybrids = new Lazy<>(this::joinHybrids);
    private final Lazy<Parts<NamedGroup>> groups =
            new Lazy<>(() -> parts("group", Stream.concat(of(NamedGroup.class), hybrids.get().joined().stream())));
    private final Parts<SignatureScheme> signatureSchemes;
    private final Parts<Extension<?>> extensions;
    private final Lazy<KnownModules> modules = new Lazy<>(KnownModules::new);
    private final Lazy<Assembled> assembled = new Lazy<>(() -> assemble(suite -> true));

    /**
     * Suites with their parts.
     *
     * @param suites best first
     * @param problems those that had to stand back
     */
    private record Assembled(List<UsableSuite> suites, List<Problem> problems) {}

    private Catalog(List<Object> found, List<Problem> loading, Map<String, String> preferences) {
        this.found = List.copyOf(found);
        this.loading = List.copyOf(loading);
        this.preferences = Map.copyOf(preferences);
        this.keyExchanges = parts("key exchange", of(KeyExchange.class));
        this.ciphers = parts("cipher", of(BulkCipher.class));
        this.macs = parts("MAC", of(Mac.class));
        this.hashes = parts("hash", of(HashAlgorithm.class));
        this.signatureSchemes = parts("signature scheme", of(SignatureScheme.class));
        this.extensions = Parts.of("extension", thirdPartyExtensions(), preferences);
    }

    /**
     * Everything that the ServiceLoader finds for the thread's context class loader.
     *
     * @return the catalog
     */
    public static Catalog discover() {
        return discover(Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                .orElseGet(ClassLoader::getSystemClassLoader));
    }

    /**
     * Everything that the ServiceLoader finds for a class loader.
     *
     * @param loader where to look
     * @return the catalog
     */
    public static Catalog discover(ClassLoader loader) {
        ServiceParts parts = ServiceParts.of(loader);
        return new Catalog(parts.found(), parts.problems(), Map.of());
    }

    /**
     * Everything that the ServiceLoader finds in a module layer and its parents.
     *
     * @param layer where to look
     * @return the catalog
     */
    public static Catalog discover(ModuleLayer layer) {
        ServiceParts parts = ServiceParts.of(layer);
        return new Catalog(parts.found(), parts.problems(), Map.of());
    }

    /**
     * Exactly these parts and suites, without the ServiceLoader: for fat jars, native images and tests.
     *
     * @param parts {@link Part}s, {@link HybridGroup}s and {@link SuiteProvider}s
     * @return the catalog
     */
    public static Catalog of(Object... parts) {
        return new Catalog(List.of(parts), List.of(), Map.of());
    }

    /**
     * The same catalog, with one implementation preferred where several share a name.
     *
     * @param name the part's name
     * @param implementation whose code to use
     * @return a new catalog
     */
    public Catalog prefer(String name, String implementation) {
        Map<String, String> more = new LinkedHashMap<>(preferences);
        more.put(name, implementation);
        return new Catalog(found, loading, more);
    }

    /**
     * The same catalog without some parts or suites: what they leave behind is explained as missing.
     *
     * @param names names of parts
     * @return a new catalog
     */
    public Catalog without(String... names) {
        List<String> dropped = List.of(names);
        List<Object> kept = found.stream()
                .filter(part -> !(part instanceof Part named && dropped.contains(named.name())))
                .filter(part -> !(part instanceof HybridGroup named && dropped.contains(named.name())))
                .toList();
        return new Catalog(kept, loading, preferences);
    }

    /**
     * The same catalog without what somebody implemented, none of which is asked whether it works: that may load a library.
     * Hybrids are joined of what is left. What nobody else implements is explained as missing, and to {@link #prefer} what was
     * left out has no effect.
     *
     * @param implementation whose parts to leave out, such as {@code ACCP}; there may be none
     * @return a new catalog
     */
    public Catalog withoutImplementation(String implementation) {
        List<Object> kept = found.stream()
                .filter(part -> !(part instanceof Part one && isBy(implementation, one)))
                .toList();
        return new Catalog(kept, loading, preferences);
    }

    /** A plug-in that fails when it is asked stays, as a problem. */
    private static boolean isBy(String implementation, Part part) {
        try {
            return implementation.equals(part.implementation());
        } catch (RuntimeException | LinkageError broken) {
            return false;
        }
    }

    /**
     * What is wrong with plug-ins.
     *
     * @return problems, perhaps none
     */
    public List<Problem> problems() {
        return problems.get();
    }

    /**
     * All suites that plug-ins brought, usable or not.
     *
     * @return in the order of their codes
     */
    public List<CipherSuite> suites() {
        return suites.get().byName().values().stream()
                .sorted(Comparator.comparingInt(CipherSuite::code))
                .toList();
    }

    /**
     * The suites whose parts are all here, best first: newer versions, forward secrecy, AEAD, the cipher's preference.
     *
     * @return usable suites
     */
    public List<UsableSuite> usable() {
        return assembled.get().suites();
    }

    /**
     * A usable suite by name.
     *
     * @param name IANA's spelling
     * @return the suite with its parts, or empty: {@link #explain} then says why
     */
    public Optional<UsableSuite> usable(String name) {
        return usable(suite -> suite.name().equals(name)).stream().findFirst();
    }

    /**
     * Why a suite, or a hybrid group, can or can't be used.
     *
     * @param name IANA's spelling
     * @return the explanation, naming each missing part and the module that has it
     */
    public Explanation explain(String name) {
        if (of(HybridGroup.class).anyMatch(hybrid -> hybrid.name().equals(name))) {
            return new Explanation(name, hybrids.get().lacking().getOrDefault(name, List.of()));
        }
        CipherSuite suite = suites.get().byName().get(name);
        if (suite == null) {
            return new Explanation(
                    name,
                    List.of("suite " + name + " is missing: " + modules.get().advice("suite", name)));
        }
        List<String> reasons = new ArrayList<>(missing(suite));
        if (reasons.isEmpty() && usable(name).isEmpty()) {
            reasons.add("another suite has the same code " + String.format("0x%04x", suite.code()));
        }
        return new Explanation(name, reasons);
    }

    /**
     * The groups that work, in the default order.
     *
     * @return groups
     */
    public List<NamedGroup> groups() {
        return groups(group -> true);
    }

    /** As far as somebody wants them: what is not used is not asked whether it works. */
    List<NamedGroup> groups(Predicate<NamedGroup> wanted) {
        return groups.get().used(wanted).stream()
                .sorted(Comparator.comparingInt(NamedGroup::preference)
                        .reversed()
                        .thenComparing(NamedGroup::code))
                .toList();
    }

    /**
     * The signature schemes that work, in the default order.
     *
     * @return schemes
     */
    public List<SignatureScheme> signatureSchemes() {
        return signatureSchemes(scheme -> true);
    }

    /** As far as somebody wants them. */
    List<SignatureScheme> signatureSchemes(Predicate<SignatureScheme> wanted) {
        return signatureSchemes.used(wanted).stream()
                .sorted(Comparator.comparingInt(SignatureScheme::preference)
                        .reversed()
                        .thenComparing(SignatureScheme::code))
                .toList();
    }

    /**
     * The third-party extensions that work.
     *
     * @return extensions
     */
    public List<Extension<?>> extensions() {
        return List.copyOf(extensions.used());
    }

    /**
     * Every part that was found, used or not, and every hybrid that could be joined: for listings and benchmarks.
     *
     * @return parts of all kinds
     */
    public List<Part> parts() {
        return Stream.concat(of(Part.class), hybrids.get().joined().stream()).toList();
    }

    /**
     * Whether a part is the one that is used under its name: others of the same name may be here too.
     *
     * @param part one of {@link #parts()}
     * @return false if another implementation goes before it, or if the part can't be used
     */
    public boolean uses(Part part) {
        return kinds().anyMatch(parts ->
                parts.find(part.name()).filter(used -> used == part).isPresent());
    }

    /**
     * What Dovetail's own modules would bring, and is not here.
     *
     * @return sorted by kind and name, each with the module to add
     */
    public List<Absent> absent() {
        Set<String> present = new HashSet<>();
        suites.get().byName().keySet().forEach(name -> present.add("suite " + name));
        kinds().forEach(parts -> parts.all().forEach(part -> present.add(parts.kind() + " " + part.name())));
        hybrids.get()
                .lacking()
                .keySet()
                .forEach(name -> present.add(groups.get().kind() + " " + name));
        return modules.get()
                .all()
                .filter(known -> !present.contains(known.kind() + " " + known.name()))
                .toList();
    }

    /**
     * Why there is no such part of a kind.
     *
     * @param kind {@code group} or {@code signature scheme}
     * @param name the part's name
     * @return a sentence with the module to add
     */
    String whyNot(String kind, String name) {
        if (!kind.equals(groups.get().kind())) return signatureSchemes.whyNot(name, modules.get());
        if (hybrids.get().lacking().containsKey(name)) return kind + " " + explain(name);
        return groups.get().whyNot(name, modules.get());
    }

    private Stream<Parts<?>> kinds() {
        return Stream.of(keyExchanges, ciphers, macs, hashes, groups.get(), signatureSchemes, extensions);
    }

    /** From the implementations that are used, so a preference for one of a half is one for the hybrid's half too. */
    private Hybrids joinHybrids() {
        Parts<NamedGroup> halves = Parts.of("group", of(NamedGroup.class).toList(), preferences);
        return Hybrids.join(of(HybridGroup.class).toList(), halves, modules);
    }

    private <P extends Part> Parts<P> parts(String kind, Stream<P> candidates) {
        return Parts.of(kind, candidates.toList(), preferences);
    }

    private List<Problem> collectProblems() {
        List<Problem> all = new ArrayList<>(loading);
        kinds().forEach(parts ->
                parts.refused().forEach((name, reason) -> all.add(new Problem(parts.kind() + " " + name, reason))));
        all.addAll(suites.get().problems());
        all.addAll(assembled.get().problems());
        return List.copyOf(all);
    }

    private <T> Stream<T> of(Class<T> type) {
        return found.stream().filter(type::isInstance).map(type::cast);
    }

    private List<Extension<?>> thirdPartyExtensions() {
        List<Extension<?>> list = new ArrayList<>();
        for (Object part : found) if (part instanceof Extension<?> extension) list.add(extension);
        return list;
    }

    /** As far as somebody wants them: parts of other suites are not asked whether they work. */
    List<UsableSuite> usable(Predicate<CipherSuite> wanted) {
        return assemble(wanted).suites().stream()
                .filter(suite -> wanted.test(suite.suite()))
                .toList();
    }

    /** Two suites with one code can't both be negotiated: the first stays, the other is a problem. */
    private Assembled assemble(Predicate<CipherSuite> wanted) {
        Map<Integer, UsableSuite> byCode = new LinkedHashMap<>();
        List<Problem> doubled = new ArrayList<>();
        for (CipherSuite suite : suites.get().withCodesOf(wanted)) {
            Optional<UsableSuite> whole = assemble(suite);
            if (whole.isEmpty()) continue;
            UsableSuite before = byCode.putIfAbsent(suite.code(), whole.get());
            if (before != null) doubled.add(new Problem("suite " + suite, "has the same code as " + before));
        }
        return new Assembled(byCode.values().stream().sorted(SuiteOrder.DEFAULT).toList(), List.copyOf(doubled));
    }

    private Optional<UsableSuite> assemble(CipherSuite suite) {
        if (!missing(suite).isEmpty()) return Optional.empty();
        return Optional.of(new UsableSuite(
                suite,
                suite.needs().keyExchange().flatMap(keyExchanges::find),
                ciphers.find(suite.needs().cipher()).orElseThrow(),
                suite.needs().mac().flatMap(macs::find),
                hashes.find(suite.needs().hash()).orElseThrow()));
    }

    private List<String> missing(CipherSuite suite) {
        List<String> reasons = new ArrayList<>();
        suite.needs().keyExchange().ifPresent(name -> require(keyExchanges, name, reasons));
        require(ciphers, suite.needs().cipher(), reasons);
        suite.needs().mac().ifPresent(name -> require(macs, name, reasons));
        require(hashes, suite.needs().hash(), reasons);
        return reasons;
    }

    private void require(Parts<?> parts, String name, List<String> reasons) {
        if (parts.find(name).isEmpty()) reasons.add(parts.whyNot(name, modules.get()));
    }
}
