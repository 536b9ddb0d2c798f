package dev.dovetail.tls.certificates;

import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a certificate is to be like. A value: each method answers a changed copy. It begins good; make it bad by the
 * methods that say so.
 *
 * @param kind the kind of key
 * @param keys a key pair to certify; empty for a fresh one
 * @param names whom it names
 * @param validity when it is valid
 * @param keyUses what the key may be used for: empty for what is usual, an empty set for no such extension
 * @param purposes what the certificate may be used for; an empty set for no such extension
 * @param signature how it is signed; empty for what is usual for the issuer's key
 */
public record Request(
        KeyKind kind,
        Optional<KeyPair> keys,
        Names names,
        Validity validity,
        Optional<Set<KeyUse>> keyUses,
        Set<Purpose> purposes,
        Optional<CertificateSignature> signature) {

    /** Keeps unmodifiable copies of the sets. */
    public Request {
        keyUses = keyUses.map(Set::copyOf);
        purposes = Set.copyOf(purposes);
    }

    /**
     * Whom a certificate names.
     *
     * @param commonName the subject's common name, which no TLS peer should look at (RFC 9525 2)
     * @param dns DNS names of the subjectAltName, perhaps with a wildcard
     * @param addresses IP addresses of the subjectAltName, written as usual
     */
    public record Names(String commonName, List<String> dns, List<String> addresses) {

        /** Keeps copies of the lists. */
        public Names {
            dns = List.copyOf(dns);
            addresses = List.copyOf(addresses);
        }
    }

    /**
     * When a certificate is valid, in whole seconds.
     *
     * @param from first instant
     * @param until last instant
     */
    public record Validity(Instant from, Instant until) {

        /** Cuts fractions of seconds off, as certificates do. */
        public Validity {
            from = from.truncatedTo(ChronoUnit.SECONDS);
            until = until.truncatedTo(ChronoUnit.SECONDS);
        }

        /** Since yesterday, so that clocks may differ. */
        static Validity days(int days) {
            Instant now = Instant.now();
            return new Validity(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(days)));
        }
    }

    /**
     * A certificate for a server, with a P-256 key, good for 30 days.
     *
     * @param dns its DNS names; the first is the common name too
     * @return the request
     */
    public static Request server(String... dns) {
        return leaf(new Names(dns[0], List.of(dns), List.of()), Purpose.SERVER);
    }

    /**
     * A certificate for a client, with a P-256 key, good for 30 days.
     *
     * @param name its common name
     * @return the request
     */
    public static Request client(String name) {
        return leaf(new Names(name, List.of(), List.of()), Purpose.CLIENT);
    }

    private static Request leaf(Names names, Purpose purpose) {
        return new Request(
                KeyKind.EC_P256,
                Optional.empty(),
                names,
                Validity.days(30),
                Optional.empty(),
                Set.of(purpose),
                Optional.empty());
    }

    /**
     * With a fresh key of another kind.
     *
     * @param kind the kind
     * @return a changed copy
     */
    public Request key(KeyKind kind) {
        return new Request(kind, Optional.empty(), names, validity, keyUses, purposes, signature);
    }

    /**
     * With a given key pair.
     *
     * @param kind its kind
     * @param keys the pair
     * @return a changed copy
     */
    public Request key(KeyKind kind, KeyPair keys) {
        return new Request(kind, Optional.of(keys), names, validity, keyUses, purposes, signature);
    }

    /**
     * With these IP addresses in the subjectAltName, instead of any it has.
     *
     * @param addresses for example {@code 127.0.0.1} and {@code ::1}
     * @return a changed copy
     */
    public Request addresses(String... addresses) {
        return named(new Names(names.commonName(), names.dns(), List.of(addresses)));
    }

    /**
     * Bad: with the common name only, no subjectAltName.
     *
     * @return a changed copy
     */
    public Request withoutAlternativeNames() {
        return named(new Names(names.commonName(), List.of(), List.of()));
    }

    /**
     * With other names.
     *
     * @param names whom it names
     * @return a changed copy
     */
    public Request named(Names names) {
        return new Request(kind, keys, names, validity, keyUses, purposes, signature);
    }

    /**
     * Valid at another time.
     *
     * @param from first instant
     * @param until last instant
     * @return a changed copy
     */
    public Request valid(Instant from, Instant until) {
        return new Request(kind, keys, names, new Validity(from, until), keyUses, purposes, signature);
    }

    /**
     * Bad: valid until yesterday.
     *
     * @return a changed copy
     */
    public Request expired() {
        Instant now = Instant.now();
        return valid(now.minus(Duration.ofDays(30)), now.minus(Duration.ofDays(1)));
    }

    /**
     * Bad: valid from tomorrow.
     *
     * @return a changed copy
     */
    public Request notYetValid() {
        Instant now = Instant.now();
        return valid(now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(30)));
    }

    /**
     * With other purposes than usual.
     *
     * @param first what it may be used for
     * @param more what else
     * @return a changed copy
     */
    public Request purposes(Purpose first, Purpose... more) {
        return purposes(EnumSet.of(first, more));
    }

    /**
     * Without an extended key usage, which allows all purposes.
     *
     * @return a changed copy
     */
    public Request withoutPurposes() {
        return purposes(Set.of());
    }

    /**
     * With another key usage than usual.
     *
     * @param first what the key may be used for
     * @param more what else
     * @return a changed copy
     */
    public Request keyUses(KeyUse first, KeyUse... more) {
        return keyUses(EnumSet.of(first, more));
    }

    /**
     * Without a key usage, which allows all uses.
     *
     * @return a changed copy
     */
    public Request withoutKeyUses() {
        return keyUses(Set.of());
    }

    private Request purposes(Set<Purpose> allowed) {
        return new Request(kind, keys, names, validity, keyUses, allowed, signature);
    }

    private Request keyUses(Set<KeyUse> allowed) {
        return new Request(kind, keys, names, validity, Optional.of(allowed), purposes, signature);
    }

    /**
     * Signed in another way than usual for the issuer's key.
     *
     * @param signature the algorithm, {@link CertificateSignature#ECDSA_SHA1} for a bad one; must fit the issuer's key
     * @return a changed copy
     */
    public Request signedWith(CertificateSignature signature) {
        return new Request(kind, keys, names, validity, keyUses, purposes, Optional.of(signature));
    }
}
