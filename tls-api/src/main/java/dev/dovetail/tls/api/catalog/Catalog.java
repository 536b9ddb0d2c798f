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
import java.util.stream.Stream;

/**
 * Which suites and parts there are, which work together, and why the others do not. An immutable value: two catalogs of
 * different composition live side by side. What a broken plug-in does becomes a {@link Problem}, never an exception.
 */
public final class Catalog {

    private final List<Object> found;
    private final List<Problem> loading;
    private final Map<String, String> preferences;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, CipherSuite> suites = new LinkedHashMap<>();
    private final Parts<KeyExchange> keyExchanges;
    private final Parts<BulkCipher> ciphers;
    private final Parts<Mac> macs;
    private final Parts<HashAlgorithm> hashes;
    private final Hybrids hybrids;
    private final Parts<NamedGroup> groups;
    private final Parts<SignatureScheme> signatureSchemes;
    private final Parts<Extension<?>> extensions;
    private final KnownModules modules = new KnownModules();
    private final List<UsableSuite> usable;

    private Catalog(List<Object> found, List<Problem> loading, Map<String, String> preferences) {
        this.found = List.copyOf(found);
        this.loading = List.copyOf(loading);
        this.preferences = Map.copyOf(preferences);
        this.problems.addAll(loading);
        this.keyExchanges = parts("key exchange", KeyExchange.class);
        this.ciphers = parts("cipher", BulkCipher.class);
        this.macs = parts("MAC", Mac.class);
        this.hashes = parts("hash", HashAlgorithm.class);
        this.hybrids = joinHybrids();
        this.groups = parts("group", Stream.concat(of(NamedGroup.class), hybrids.joined().stream()));
        this.signatureSchemes = parts("signature scheme", SignatureScheme.class);
        this.extensions = Parts.of("extension", thirdPartyExtensions(), preferences);
        report(extensions);
        collectSuites();
        this.usable = assembleAll();
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
     * What is wrong with plug-ins.
     *
     * @return problems, perhaps none
     */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /**
     * All suites that plug-ins brought, usable or not.
     *
     * @return in the order of their codes
     */
    public List<CipherSuite> suites() {
        return suites.values().stream()
                .sorted(Comparator.comparingInt(CipherSuite::code))
                .toList();
    }

    /**
     * The suites whose parts are all here, best first: newer versions, forward secrecy, AEAD, the cipher's preference.
     *
     * @return usable suites
     */
    public List<UsableSuite> usable() {
        return usable;
    }

    /**
     * A usable suite by name.
     *
     * @param name IANA's spelling
     * @return the suite with its parts, or empty: {@link #explain} then says why
     */
    public Optional<UsableSuite> usable(String name) {
        return usable.stream()
                .filter(suite -> suite.suite().name().equals(name))
                .findFirst();
    }

    /**
     * Why a suite, or a hybrid group, can or can't be used.
     *
     * @param name IANA's spelling
     * @return the explanation, naming each missing part and the module that has it
     */
    public Explanation explain(String name) {
        if (of(HybridGroup.class).anyMatch(hybrid -> hybrid.name().equals(name))) {
            return new Explanation(name, hybrids.lacking().getOrDefault(name, List.of()));
        }
        CipherSuite suite = suites.get(name);
        if (suite == null) {
            return new Explanation(name, List.of("suite " + name + " is missing: " + modules.advice("suite", name)));
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
        return groups.used().stream()
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
        return signatureSchemes.used().stream()
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
        return Stream.concat(of(Part.class), hybrids.joined().stream()).toList();
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
        suites.keySet().forEach(name -> present.add("suite " + name));
        kinds().forEach(parts -> parts.all().forEach(part -> present.add(parts.kind() + " " + part.name())));
        hybrids.lacking().keySet().forEach(name -> present.add(groups.kind() + " " + name));
        return modules.all()
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
        if (kind.equals(groups.kind()) && hybrids.lacking().containsKey(name)) return kind + " " + explain(name);
        return (kind.equals(groups.kind()) ? groups : signatureSchemes).whyNot(name, modules);
    }

    private Stream<Parts<?>> kinds() {
        return Stream.of(keyExchanges, ciphers, macs, hashes, groups, signatureSchemes, extensions);
    }

    /** From the implementations that are used, so a preference for one of a half is one for the hybrid's half too. */
    private Hybrids joinHybrids() {
        Parts<NamedGroup> halves = Parts.of("group", of(NamedGroup.class).toList(), preferences);
        return Hybrids.join(of(HybridGroup.class).toList(), halves, modules);
    }

    private <P extends Part> Parts<P> parts(String kind, Class<P> type) {
        return parts(kind, of(type));
    }

    private <P extends Part> Parts<P> parts(String kind, Stream<P> found) {
        Parts<P> parts = Parts.of(kind, found.toList(), preferences);
        report(parts);
        return parts;
    }

    private void report(Parts<?> parts) {
        parts.refused().forEach((name, reason) -> problems.add(new Problem(parts.kind() + " " + name, reason)));
    }

    private <T> Stream<T> of(Class<T> type) {
        return found.stream().filter(type::isInstance).map(type::cast);
    }

    private void collectSuites() {
        for (SuiteProvider provider : of(SuiteProvider.class).toList()) {
            try {
                for (CipherSuite suite : provider.suites()) add(suite);
            } catch (RuntimeException | LinkageError e) {
                problems.add(new Problem(provider.getClass().getName(), "its suites() failed: " + e));
            }
        }
    }

    private void add(CipherSuite suite) {
        CipherSuite before = suites.putIfAbsent(suite.name(), suite);
        if (before != null && !before.equals(suite)) {
            problems.add(new Problem("suite " + suite.name(), "is brought twice with different facts"));
        }
    }

    private List<Extension<?>> thirdPartyExtensions() {
        List<Extension<?>> list = new ArrayList<>();
        for (Object part : found) if (part instanceof Extension<?> extension) list.add(extension);
        return list;
    }

    /** Two suites with one code can't both be negotiated: the first stays, the other is a problem. */
    private List<UsableSuite> assembleAll() {
        Map<Integer, UsableSuite> byCode = new LinkedHashMap<>();
        for (CipherSuite suite : suites.values()) {
            Optional<UsableSuite> whole = assemble(suite);
            if (whole.isEmpty()) continue;
            UsableSuite before = byCode.putIfAbsent(suite.code(), whole.get());
            if (before != null) problems.add(new Problem("suite " + suite, "has the same code as " + before));
        }
        return byCode.values().stream().sorted(SuiteOrder.DEFAULT).toList();
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
        if (parts.find(name).isEmpty()) reasons.add(parts.whyNot(name, modules));
    }
}
