package dev.dovetail.tls.provider.accp;

import dev.dovetail.tls.api.Trait;
import java.util.Set;

/**
 * What IANA and the RFCs say of a group, and how X.509 writes its points.
 *
 * @param code the number in supported_groups
 * @param curve its numbers; the name is IANA's spelling too
 * @param fieldLength bytes of a coordinate and of the shared secret
 * @param preference where it stands among the defaults
 * @param traits what to know before enabling it: RECOMMENDED where IANA says Y
 * @param publicKeyPrefix what stands before an uncompressed point in a SubjectPublicKeyInfo (RFC 5480 2), hexadecimal
 */
record GroupFacts(
        int code, PrimeCurve curve, int fieldLength, int preference, Set<Trait> traits, String publicKeyPrefix) {

    static final GroupFacts SECP256R1 = new GroupFacts(
            23,
            PrimeCurve.SECP256R1,
            32,
            80,
            Set.of(Trait.RECOMMENDED),
            "3059301306072a8648ce3d020106082a8648ce3d030107034200");

    static final GroupFacts SECP384R1 = new GroupFacts(
            24,
            PrimeCurve.SECP384R1,
            48,
            50,
            Set.of(Trait.RECOMMENDED),
            "3076301006072a8648ce3d020106052b81040022036200");

    static final GroupFacts SECP521R1 = new GroupFacts(
            25, PrimeCurve.SECP521R1, 66, 40, Set.of(), "30819b301006072a8648ce3d020106052b8104002303818600");

    /** RFC 8446 4.2.8.2: the share is 4, X and Y. */
    int shareLength() {
        return 1 + 2 * fieldLength;
    }
}
