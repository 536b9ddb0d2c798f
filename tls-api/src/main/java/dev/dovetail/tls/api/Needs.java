package dev.dovetail.tls.api;

import java.util.Optional;

/**
 * The names of the parts that a suite is put together from. Each is the {@code name()} of a part in the catalog.
 *
 * @param keyExchange the key exchange of TLS 1.2, for example {@code ECDHE}; empty in TLS 1.3, where the groups decide
 * @param cipher the bulk cipher, for example {@code AES_128_GCM}
 * @param mac the MAC of a CBC, stream or NULL suite, for example {@code HMAC_SHA1}; empty for an AEAD
 * @param hash the hash of the PRF or of HKDF, for example {@code SHA256}
 */
public record Needs(Optional<String> keyExchange, String cipher, Optional<String> mac, String hash) {}
