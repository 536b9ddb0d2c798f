package dev.dovetail.tls.signatures;

import dev.dovetail.tls.api.spi.SignatureScheme;
import java.util.List;
import java.util.stream.Stream;

/** All parts of this module. */
final class Schemes {

    static final List<SignatureScheme> BOUNCY_CASTLE = List.of(
            new BouncyCastleEcdsaSecp256r1Sha256(),
            new BouncyCastleEcdsaSecp384r1Sha384(),
            new BouncyCastleEcdsaSecp521r1Sha512(),
            new BouncyCastleEcdsaSha1(),
            new BouncyCastleEd25519(),
            new BouncyCastleEd448());

    static final List<SignatureScheme> JDK = List.of(
            new JdkEcdsaSecp256r1Sha256(),
            new JdkEcdsaSecp384r1Sha384(),
            new JdkEcdsaSecp521r1Sha512(),
            new JdkEcdsaSha1(),
            new JdkEd25519(),
            new JdkEd448());

    static final List<SignatureScheme> RSA = List.of(
            new RsaPkcs1Sha1(),
            new RsaPkcs1Sha256(),
            new RsaPkcs1Sha384(),
            new RsaPkcs1Sha512(),
            new RsaPssRsaeSha256(),
            new RsaPssRsaeSha384(),
            new RsaPssRsaeSha512(),
            new RsaPssPssSha256(),
            new RsaPssPssSha384(),
            new RsaPssPssSha512());

    private Schemes() {}

    static List<SignatureScheme> all() {
        return Stream.of(BOUNCY_CASTLE, JDK, RSA).flatMap(List::stream).toList();
    }

    /** The implementations of a scheme, one or two. */
    static List<SignatureScheme> of(String name) {
        return all().stream().filter(scheme -> scheme.name().equals(name)).toList();
    }
}
