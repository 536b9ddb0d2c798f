package org.example.mlkemexchange;

import com.google.auto.service.AutoService;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import java.security.SecureRandom;
import org.bouncycastle.crypto.generators.MLKEMKeyPairGenerator;
import org.bouncycastle.crypto.kems.MLKEMExtractor;
import org.bouncycastle.crypto.kems.MLKEMGenerator;
import org.bouncycastle.crypto.params.MLKEMKeyGenerationParameters;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLKEMPublicKeyParameters;

/** A fresh ML-KEM-768 key in ServerKeyExchange, signed by the core; a secret under it in ClientKeyExchange. */
@AutoService(KeyExchange.class)
public final class MlKemExchange implements KeyExchange {

    private static final MLKEMParameters PARAMETERS = MLKEMParameters.ml_kem_768;
    private static final int KEY = 1184;
    private static final int CIPHERTEXT = 1088;

    @Override
    public String name() {
        return "MLKEM768";
    }

    @Override
    public String implementation() {
        return "BouncyCastle";
    }

    @Override
    public Params params() {
        return Params.REQUIRED;
    }

    @Override
    public Server server(ServerContext context) {
        MLKEMKeyPairGenerator generator = new MLKEMKeyPairGenerator();
        generator.init(new MLKEMKeyGenerationParameters(context.random(), PARAMETERS));
        var pair = generator.generateKeyPair();
        byte[] key = ((MLKEMPublicKeyParameters) pair.getPublic()).getEncoded();
        return new MlKemServer(key, (MLKEMPrivateKeyParameters) pair.getPrivate());
    }

    @Override
    public Client client(ClientContext context) {
        return new MlKemClient(context.random());
    }

    private static final class MlKemServer implements Server {

        private final byte[] publicKey;
        private MLKEMPrivateKeyParameters key;

        MlKemServer(byte[] publicKey, MLKEMPrivateKeyParameters key) {
            this.publicKey = publicKey;
            this.key = key;
        }

        @Override
        public void writeParams(WireWriter out) {
            out.block("key", 2, publicKey);
        }

        @Override
        public Secret premaster(WireReader in) {
            if (key == null) throw new IllegalStateException("this exchange is closed");
            byte[] ciphertext = in.block("ciphertext", 2, CIPHERTEXT, CIPHERTEXT);
            return Secret.of(new MLKEMExtractor(key).extractSecret(ciphertext));
        }

        @Override
        public void close() {
            key = null;
        }
    }

    private static final class MlKemClient implements Client {

        private final SecureRandom random;
        private byte[] key = {};
        private boolean closed;

        MlKemClient(SecureRandom random) {
            this.random = random;
        }

        @Override
        public void readParams(WireReader in) {
            key = in.block("key", 2, KEY, KEY);
        }

        @Override
        public Secret premaster(WireWriter out) throws IllegalShareException {
            if (closed) throw new IllegalStateException("this exchange is closed");
            try {
                var peer = new MLKEMPublicKeyParameters(PARAMETERS, key);
                var answer = new MLKEMGenerator(random).generateEncapsulated(peer);
                out.block("ciphertext", 2, answer.getEncapsulation());
                return Secret.of(answer.getSecret());
            } catch (IllegalArgumentException e) {
                throw new IllegalShareException("no key of ML-KEM-768 (FIPS 203 7.2)", e);
            }
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
