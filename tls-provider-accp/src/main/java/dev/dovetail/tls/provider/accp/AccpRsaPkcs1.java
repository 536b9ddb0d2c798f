package dev.dovetail.tls.provider.accp;

import java.security.interfaces.RSAPublicKey;

/** RSASSA-PKCS1-v1_5 (RFC 8017 8.2). */
abstract class AccpRsaPkcs1 extends AccpRsa {

    private final int digestInfoLength;

    AccpRsaPkcs1(SchemeFacts facts, String jcaName, int digestInfoLength) {
        super(facts, AccpSignature.of(jcaName, TakenKeys.RSA), "RSA");
        this.digestInfoLength = digestInfoLength;
    }

    /** RFC 8017 9.2: the modulus holds 0x00 0x01, eight bytes of 0xff, 0x00 and the DigestInfo. */
    @Override
    final boolean carries(RSAPublicKey key) {
        return (key.getModulus().bitLength() + 7) / 8 >= digestInfoLength + 11;
    }
}
