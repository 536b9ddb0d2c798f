package dev.dovetail.tls.handshake.tls12;

import dev.dovetail.tls.api.spi.SignatureScheme;
import java.util.List;
import java.util.Map;

/** The numbers by which a CertificateRequest names kinds of keys (RFC 5246 7.4.4, RFC 8422 5.5). */
public final class ClientCertificateType {

    private static final Map<String, Integer> BY_AUTHENTICATION = Map.of("RSA", 1, "DSS", 2, "ECDSA", 64);

    private ClientCertificateType() {}

    /**
     * Whether a request has a place for a scheme's keys.
     *
     * @param types certificate_types
     * @param scheme the scheme
     * @return true also where no number exists for the scheme's kind: signature algorithms alone decide then
     */
    public static boolean allows(byte[] types, SignatureScheme scheme) {
        Integer wanted = BY_AUTHENTICATION.get(scheme.authentication());
        if (wanted == null) return true;
        for (byte type : types) if (type == wanted.byteValue()) return true;
        return false;
    }

    /**
     * The numbers for schemes that a server verifies.
     *
     * @param schemes the schemes
     * @return without repetition; empty if none of them has a number
     */
    public static byte[] of(List<SignatureScheme> schemes) {
        List<Integer> types = schemes.stream()
                .map(scheme -> BY_AUTHENTICATION.get(scheme.authentication()))
                .filter(java.util.Objects::nonNull)
                .distinct()
                .toList();
        byte[] bytes = new byte[types.size()];
        for (int i = 0; i < bytes.length; i++) bytes[i] = types.get(i).byteValue();
        return bytes;
    }
}
