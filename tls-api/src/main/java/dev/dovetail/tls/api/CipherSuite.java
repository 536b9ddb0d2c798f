package dev.dovetail.tls.api;

import java.util.Optional;
import java.util.Set;

/**
 * A cipher suite as data: it names its parts and does nothing. Two suites are the same if all their facts are.
 *
 * @param code the two bytes of the wire, 0 to 0xffff
 * @param name IANA's spelling
 * @param versions where it may be negotiated
 * @param authentication how the server proves itself
 * @param needs the names of its parts
 * @param traits what to know before enabling it
 */
public record CipherSuite(
        int code,
        String name,
        Set<ProtocolVersion> versions,
        Authentication authentication,
        Needs needs,
        Set<Trait> traits) {

    /** Checks the code and keeps unmodifiable copies of the sets. */
    public CipherSuite {
        if (code < 0 || code > 0xffff) throw new IllegalArgumentException("not a two-byte suite: " + code);
        versions = Set.copyOf(versions);
        traits = Set.copyOf(traits);
    }

    /**
     * A TLS 1.3 suite: an AEAD and a hash (RFC 8446 B.4).
     *
     * @param code two bytes of the wire
     * @param name IANA's spelling
     * @param cipher name of an AEAD
     * @param hash name of a hash
     * @param traits what to know before enabling it
     * @return the suite
     */
    public static CipherSuite tls13(int code, String name, String cipher, String hash, Trait... traits) {
        Needs needs = new Needs(Optional.empty(), cipher, Optional.empty(), hash);
        return new CipherSuite(
                code, name, Set.of(ProtocolVersion.TLS_1_3), Authentication.NEGOTIATED, needs, Set.of(traits));
    }

    /**
     * A TLS 1.2 suite with an AEAD (RFC 5246 6.2.3.3).
     *
     * @param code two bytes of the wire
     * @param name IANA's spelling
     * @param keyExchange name of a key exchange
     * @param authentication how the server proves itself
     * @param cipher name of an AEAD
     * @param hash name of the PRF's hash
     * @param traits what to know before enabling it
     * @return the suite
     */
    public static CipherSuite aead12(
            int code,
            String name,
            String keyExchange,
            Authentication authentication,
            String cipher,
            String hash,
            Trait... traits) {
        Needs needs = new Needs(Optional.of(keyExchange), cipher, Optional.empty(), hash);
        return new CipherSuite(code, name, Set.of(ProtocolVersion.TLS_1_2), authentication, needs, Set.of(traits));
    }

    /**
     * A TLS 1.2 suite with a CBC, stream or NULL cipher and a MAC (RFC 5246 6.2.3.1 and 6.2.3.2).
     *
     * @param code two bytes of the wire
     * @param name IANA's spelling
     * @param keyExchange name of a key exchange
     * @param authentication how the server proves itself
     * @param cipher name of a CBC or stream cipher
     * @param mac name of a MAC
     * @param hash name of the PRF's hash
     * @param traits what to know before enabling it
     * @return the suite
     */
    public static CipherSuite mac12(
            int code,
            String name,
            String keyExchange,
            Authentication authentication,
            String cipher,
            String mac,
            String hash,
            Trait... traits) {
        Needs needs = new Needs(Optional.of(keyExchange), cipher, Optional.of(mac), hash);
        return new CipherSuite(code, name, Set.of(ProtocolVersion.TLS_1_2), authentication, needs, Set.of(traits));
    }

    /**
     * Tells whether this suite has a trait.
     *
     * @param trait the trait
     * @return true if it has it
     */
    public boolean has(Trait trait) {
        return traits.contains(trait);
    }

    /** The IANA name. */
    @Override
    public String toString() {
        return name;
    }
}
