package dev.dovetail.tls.api.catalog;

import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.Extension;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.SignatureScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is enabled, in order of preference: an immutable value that can be printed. A name that the catalog can't use is
 * refused at once, with the module to add.
 */
public final class Selection {

    private final Catalog catalog;
    // What was asked for; what works of it is found out once, since every handshake asks.
    private final List<ProtocolVersion> wantedVersions;
    private final List<UsableSuite> wantedSuites;
    private final List<ProtocolVersion> versions;
    private final List<UsableSuite> suites;
    private final Map<ProtocolVersion, List<UsableSuite>> suitesOf;
    private final List<NamedGroup> groups;
    private final List<NamedGroup> keyShares;
    private final List<SignatureScheme> signing;
    private final List<SignatureScheme> verifying;
    private final List<SignatureScheme> certificates;
    private final List<Extension<?>> extensions;

    private Selection(Draft draft) {
        this.catalog = draft.catalog;
        this.wantedVersions = List.copyOf(draft.versions);
        this.wantedSuites = List.copyOf(draft.suites);
        this.groups = List.copyOf(draft.groups);
        this.versions = wantedVersions.stream().filter(this::works).toList();
        this.suites = wantedSuites.stream()
                .filter(suite -> suite.suite().versions().stream().anyMatch(versions::contains))
                .toList();
        this.suitesOf = versions.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), this::suitesOf));
        this.keyShares = List.copyOf(draft.keyShares);
        this.signing = List.copyOf(draft.signing);
        this.verifying = List.copyOf(draft.verifying);
        this.certificates = List.copyOf(draft.certificates);
        this.extensions = List.copyOf(draft.extensions);
    }

    /**
     * Only what is marked RECOMMENDED: the default.
     *
     * @param catalog where to choose from
     * @return the selection, TLS 1.2 and 1.3
     */
    public static Selection modern(Catalog catalog) {
        return of(
                catalog,
                traits -> traits.contains(Trait.RECOMMENDED) && traits.stream().noneMatch(Trait::mustBeNamed));
    }

    /**
     * All but what has to be named one by one: for peers of some years ago (CBC, RSA key transport, finite fields) or of
     * other tastes (pre-shared keys, CCM, Camellia, ARIA, SM4, Brainpool), as far as their modules are here.
     *
     * @param catalog where to choose from
     * @return the selection, TLS 1.2 and 1.3
     */
    public static Selection compatible(Catalog catalog) {
        return of(catalog, traits -> traits.stream().noneMatch(Trait::mustBeNamed));
    }

    private static Selection of(Catalog catalog, Predicate<Set<Trait>> wanted) {
        Draft draft = new Draft(catalog);
        draft.versions = List.of(ProtocolVersion.TLS_1_3, ProtocolVersion.TLS_1_2);
        draft.suites = catalog.usable(suite -> wanted.test(suite.traits()));
        draft.groups = catalog.groups(group -> wanted.test(group.traits()));
        draft.keyShares = firstShares(draft.groups);
        draft.signing = catalog.signatureSchemes(scheme -> wanted.test(scheme.traits()));
        draft.verifying = draft.signing;
        draft.certificates = draft.signing;
        return new Selection(draft);
    }

    /**
     * Limits the versions.
     *
     * @param oldest smallest version to accept
     * @param newest largest version to offer
     * @return a new selection
     */
    public Selection versions(ProtocolVersion oldest, ProtocolVersion newest) {
        List<ProtocolVersion> wanted = List.of(ProtocolVersion.TLS_1_3, ProtocolVersion.TLS_1_2).stream()
                .filter(version -> version.atLeast(oldest) && newest.atLeast(version))
                .toList();
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException(
                    "no version from " + oldest + " to " + newest + ": TLS 1.2 and TLS 1.3 are there");
        }
        return with(draft -> draft.versions = wanted);
    }

    /**
     * Enables exactly these suites, also those that have to be named.
     *
     * @param names IANA's spelling, best first
     * @return a new selection
     * @throws IllegalArgumentException if one can't be used; the message says why
     */
    public Selection suites(String... names) {
        List<UsableSuite> wanted = new Lookup(catalog).suites(names);
        return with(draft -> draft.suites = wanted);
    }

    /**
     * Enables more suites, behind those that are enabled.
     *
     * @param names IANA's spelling, best first
     * @return a new selection
     * @throws IllegalArgumentException if one can't be used; the message says why
     */
    public Selection andSuites(String... names) {
        List<UsableSuite> more = new ArrayList<>(wantedSuites);
        for (UsableSuite suite : suites(names).suites()) if (!more.contains(suite)) more.add(suite);
        return with(draft -> draft.suites = more);
    }

    /**
     * Enables exactly these groups. The first one's key share is sent, and if that is a KEM's or a hybrid's, the first
     * classical one's too, unless {@link #keyShares} says otherwise after.
     *
     * @param names IANA's spelling, best first
     * @return a new selection
     * @throws IllegalArgumentException if one can't be used; the message says why
     */
    public Selection groups(String... names) {
        List<NamedGroup> wanted = new Lookup(catalog).groups(names);
        return with(draft -> {
            draft.groups = wanted;
            draft.keyShares = firstShares(wanted);
        });
    }

    /**
     * The groups for which a TLS 1.3 client sends a share at once; they go in the order of {@link #groups()}, as RFC 8446
     * 4.2.8 wants it.
     *
     * @param names enabled groups; none means that the server has to ask
     * @return a new selection
     * @throws IllegalArgumentException if one is not enabled
     */
    public Selection keyShares(String... names) {
        List<NamedGroup> wanted = new Lookup(catalog).groups(names);
        for (NamedGroup group : wanted) {
            if (!groups.contains(group)) {
                throw new IllegalArgumentException("a key share for " + group.name() + ", which is not enabled: "
                        + names(groups, NamedGroup::name));
            }
        }
        return with(draft ->
                draft.keyShares = groups.stream().filter(wanted::contains).toList());
    }

    /**
     * The schemes with which we sign.
     *
     * @param names IANA's spelling, best first
     * @return a new selection
     * @throws IllegalArgumentException if one can't be used; the message says why
     */
    public Selection signing(String... names) {
        List<SignatureScheme> wanted = new Lookup(catalog).signatureSchemes(names);
        return with(draft -> draft.signing = wanted);
    }

    /**
     * The schemes that we accept from the peer, in handshakes and, unless {@link #certificates} says otherwise after, in
     * certificates.
     *
     * @param names IANA's spelling, best first
     * @return a new selection
     * @throws IllegalArgumentException if one can't be used; the message says why
     */
    public Selection verifying(String... names) {
        List<SignatureScheme> wanted = new Lookup(catalog).signatureSchemes(names);
        return with(draft -> {
            draft.verifying = wanted;
            draft.certificates = wanted;
        });
    }

    /**
     * The schemes that we accept in the peer's certificates (signature_algorithms_cert).
     *
     * @param names IANA's spelling, best first
     * @return a new selection
     * @throws IllegalArgumentException if one can't be used; the message says why
     */
    public Selection certificates(String... names) {
        List<SignatureScheme> wanted = new Lookup(catalog).signatureSchemes(names);
        return with(draft -> draft.certificates = wanted);
    }

    /**
     * Enables third-party extensions; none is on unasked.
     *
     * @param names the extensions' names
     * @return a new selection
     * @throws IllegalArgumentException if one is not in the catalog
     */
    public Selection extensions(String... names) {
        List<Extension<?>> wanted = new Lookup(catalog).extensions(names);
        return with(draft -> draft.extensions = wanted);
    }

    /**
     * Versions, newest first: those of the limits for which something is enabled. TLS 1.3 needs a suite and a group, TLS
     * 1.2 a suite.
     *
     * @return unmodifiable; empty if nothing can be negotiated
     */
    public List<ProtocolVersion> versions() {
        return versions;
    }

    /**
     * Suites, best first; those of versions that are off are left out.
     *
     * @return unmodifiable
     */
    public List<UsableSuite> suites() {
        return suites;
    }

    /**
     * The enabled suites of one version.
     *
     * @param version the version
     * @return best first
     */
    public List<UsableSuite> suites(ProtocolVersion version) {
        return suitesOf.getOrDefault(version, List.of());
    }

    /**
     * What to call a suite of a peer.
     *
     * @param code two bytes
     * @return its name if the catalog knows it, enabled or not; else hexadecimal
     */
    public String nameOf(int code) {
        return catalog.suites().stream()
                .filter(suite -> suite.code() == code)
                .map(CipherSuite::name)
                .findFirst()
                .orElseGet(() -> String.format("0x%04x", code));
    }

    private List<UsableSuite> suitesOf(ProtocolVersion version) {
        return suites.stream()
                .filter(suite -> suite.suite().versions().contains(version))
                .toList();
    }

    private boolean works(ProtocolVersion version) {
        boolean suite =
                wantedSuites.stream().anyMatch(one -> one.suite().versions().contains(version));
        boolean group = groups.stream().anyMatch(one -> one.versions().contains(version));
        return suite && (group || !version.equals(ProtocolVersion.TLS_1_3));
    }

    /** Choice: servers without KEMs are many, and a share of a classical group, which saves their retry, is small. */
    private static List<NamedGroup> firstShares(List<NamedGroup> groups) {
        List<NamedGroup> shared = groups.stream()
                .filter(group -> group.versions().contains(ProtocolVersion.TLS_1_3))
                .toList();
        Stream<NamedGroup> kems = shared.stream().limit(1).filter(group -> group.kind() == NamedGroup.Kind.KEM);
        Stream<NamedGroup> classical = shared.stream()
                .filter(group -> group.kind() != NamedGroup.Kind.KEM)
                .limit(1);
        return Stream.concat(kems, classical).toList();
    }

    /**
     * Groups, best first.
     *
     * @return unmodifiable
     */
    public List<NamedGroup> groups() {
        return groups;
    }

    /**
     * Groups whose shares a client sends at once.
     *
     * @return unmodifiable
     */
    public List<NamedGroup> keyShares() {
        return keyShares;
    }

    /**
     * Schemes with which we sign, best first.
     *
     * @return unmodifiable
     */
    public List<SignatureScheme> signing() {
        return signing;
    }

    /**
     * Schemes that we accept in handshakes, best first.
     *
     * @return unmodifiable
     */
    public List<SignatureScheme> verifying() {
        return verifying;
    }

    /**
     * Schemes that we accept in certificates, best first.
     *
     * @return unmodifiable
     */
    public List<SignatureScheme> certificates() {
        return certificates;
    }

    /**
     * Third-party extensions.
     *
     * @return unmodifiable
     */
    public List<Extension<?>> extensions() {
        return extensions;
    }

    /** Everything that is enabled, a line each. */
    @Override
    public String toString() {
        return "versions:    " + versions()
                + "\nsuites:      " + suites()
                + "\ngroups:      " + names(groups, NamedGroup::name)
                + "\nkey shares:  " + names(keyShares, NamedGroup::name)
                + "\nsigning:     " + names(signing, SignatureScheme::name)
                + "\nverifying:   " + names(verifying, SignatureScheme::name)
                + "\ncertificates:" + ' ' + names(certificates, SignatureScheme::name)
                + "\nextensions:  " + names(extensions, Extension::name);
    }

    private static <T> List<String> names(List<T> parts, Function<T, String> name) {
        return parts.stream().map(name).toList();
    }

    private Selection with(Consumer<Draft> change) {
        Draft draft = new Draft(catalog);
        draft.versions = wantedVersions;
        draft.suites = wantedSuites;
        draft.groups = groups;
        draft.keyShares = keyShares;
        draft.signing = signing;
        draft.verifying = verifying;
        draft.certificates = certificates;
        draft.extensions = extensions;
        change.accept(draft);
        return new Selection(draft);
    }

    /** The fields while they are being chosen. */
    private static final class Draft {
        private final Catalog catalog;
        private List<ProtocolVersion> versions = List.of();
        private List<UsableSuite> suites = List.of();
        private List<NamedGroup> groups = List.of();
        private List<NamedGroup> keyShares = List.of();
        private List<SignatureScheme> signing = List.of();
        private List<SignatureScheme> verifying = List.of();
        private List<SignatureScheme> certificates = List.of();
        private List<Extension<?>> extensions = List.of();

        private Draft(Catalog catalog) {
            this.catalog = catalog;
        }
    }
}
