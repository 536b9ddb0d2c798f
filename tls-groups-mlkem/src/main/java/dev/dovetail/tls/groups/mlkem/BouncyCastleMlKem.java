package dev.dovetail.tls.groups.mlkem;

import dev.dovetail.tls.api.spi.Availability;
import dev.dovetail.tls.api.spi.IllegalShareException;
import java.security.SecureRandom;
import org.bouncycastle.crypto.params.MLKEMParameters;

/** ML-KEM over BouncyCastle, on every JDK. It can be made where BouncyCastle is missing, to say so. */
abstract class BouncyCastleMlKem extends MlKemGroup {

    BouncyCastleMlKem(MlKemFacts facts) {
        super(facts);
    }

    abstract MLKEMParameters parameters();

    @Override
    public final String implementation() {
        return "BouncyCastle";
    }

    @Override
    public final Availability availability() {
        try {
            parameters();
            return Availability.available();
        } catch (LinkageError e) {
            return Availability.unavailable("BouncyCastle is not there: add org.bouncycastle:bcprov-jdk18on");
        }
    }

    @Override
    public final Initiator generate(SecureRandom random) {
        return new BouncyCastleKem(this, parameters()).generate(random);
    }

    @Override
    final Encapsulated encapsulateTo(byte[] key, SecureRandom random) throws IllegalShareException {
        return new BouncyCastleKem(this, parameters()).encapsulate(key, random);
    }
}
