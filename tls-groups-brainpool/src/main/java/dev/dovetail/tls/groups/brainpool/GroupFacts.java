package dev.dovetail.tls.groups.brainpool;

import dev.dovetail.tls.api.ProtocolVersion;

/**
 * What IANA and the RFCs say of a group: TLS 1.3 has numbers of its own for these curves, to keep the two versions apart.
 *
 * @param code the number in supported_groups
 * @param name IANA's spelling
 * @param curve the curve
 * @param version the only version that has it
 * @param preference where it stands among the defaults
 */
record GroupFacts(int code, String name, BrainpoolCurve curve, ProtocolVersion version, int preference) {

    /** RFC 7027 2. */
    static GroupFacts tls12(int code, BrainpoolCurve curve, int preference) {
        return new GroupFacts(code, curve.name(), curve, ProtocolVersion.TLS_1_2, preference);
    }

    /** RFC 8734 3. */
    static GroupFacts tls13(int code, BrainpoolCurve curve, int preference) {
        return new GroupFacts(code, curve.name() + "tls13", curve, ProtocolVersion.TLS_1_3, preference);
    }

    /** RFC 8446 4.2.8.2, RFC 8422 5.4.1: 4, X and Y. */
    int shareLength() {
        return 1 + 2 * curve.fieldLength();
    }
}
