package dev.dovetail.tls.handshake.tls12;

import dev.dovetail.tls.api.spi.SignatureScheme;
import java.util.List;
import java.util.OptionalInt;

/** The numbers by which a CertificateRequest names kinds of keys (RFC 5246 7.4.4, RFC 8422 5.5). */
public final class ClientCertificateType {

    private ClientCertificateType() {}

    /**
     * Whether a request has a place for a scheme's keys.
     *
     * @param types certificate_types
     * @param scheme the scheme
     * @return true also where no number exists for the scheme's kind: signature algorithms alone decide then
     */
    public static boolean allows(byte[] types, SignatureScheme scheme) {
        OptionalInt wanted = scheme.clientCertificateType();
        if (wanted.isEmpty()) return true;
        for (byte type : types) if ((type & 0xff) == wanted.getAsInt()) return true;
        return false;
    }

    /**
     * The numbers for schemes that a server verifies.
     *
     * @param schemes the schemes
     * @return without repetition; empty if none of them has a number
     */
    public static byte[] of(List<SignatureScheme> schemes) {
        int[] types = schemes.stream()
                .flatMapToInt(scheme -> scheme.clientCertificateType().stream())
                .distinct()
                .toArray();
        byte[] bytes = new byte[types.length];
        for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) types[i];
        return bytes;
    }
}
