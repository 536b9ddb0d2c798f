package dev.dovetail.tls.handshake.psk;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.TlsFault;
import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import dev.dovetail.tls.handshake.key.Hkdf;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The name of a key that was imported (RFC 9258 5.1).
 *
 * @param external the name of the key that was put in
 * @param context what it was agreed for
 * @param targetProtocol the version that the derived key is for
 * @param targetKdf IANA's number of the KDF that it is for
 */
record ImportedIdentity(byte[] external, byte[] context, int targetProtocol, int targetKdf) {

    /** The name under which a key is offered with a hash; empty if the hash's KDF has no number. */
    static Optional<ImportedIdentity> of(PreSharedKey key, HashAlgorithm target) {
        if (target.kdf().isEmpty()) return Optional.empty();
        int kdf = target.kdf().getAsInt();
        byte[] context = key.context().orElseThrow();
        return Optional.of(new ImportedIdentity(key.identity(), context, ProtocolVersion.TLS_1_3.code(), kdf));
    }

    /** Reads a client's identity; empty if it is none of an imported key for TLS 1.3. */
    static Optional<ImportedIdentity> read(byte[] identity) {
        try {
            WireReader in = WireReader.of(identity, "ImportedIdentity");
            ImportedIdentity read = new ImportedIdentity(
                    in.block("external_identity", 2, 1, 0xffff),
                    in.block("context", 2, 0, 0xffff),
                    in.u16("target_protocol"),
                    in.u16("target_kdf"));
            in.done();
            return Optional.of(read).filter(one -> one.targetProtocol == ProtocolVersion.TLS_1_3.code());
        } catch (TlsFault notImported) {
            return Optional.empty();
        }
    }

    /** Whether it is for a hash. */
    boolean isFor(HashAlgorithm target) {
        return target.kdf().equals(OptionalInt.of(targetKdf));
    }

    /** As it stands on the wire, and as it is hashed. */
    byte[] bytes() {
        WireWriter out = WireWriter.of("ImportedIdentity");
        out.block("external_identity", 2, external);
        out.block("context", 2, context);
        out.u16("target_protocol", targetProtocol);
        out.u16("target_kdf", targetKdf);
        return out.toBytes();
    }

    /**
     * The derived key (RFC 9258 5.1).
     *
     * @param key the key that was put in
     * @param own the hash that it is bound to
     * @param target the hash of the suites that the derived key is for
     */
    Secret derive(Secret key, HashAlgorithm own, HashAlgorithm target) {
        Hkdf hkdf = new Hkdf(own);
        HashAlgorithm.Hash hash = own.start();
        byte[] bytes = bytes();
        hash.update(bytes, 0, bytes.length);
        try (Secret zeros = hkdf.zeros();
                Secret extracted = hkdf.extract(zeros, key)) {
            return hkdf.expandLabel(extracted, "derived psk", hash.finish(), target.length());
        }
    }
}
