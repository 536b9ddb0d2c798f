package dev.dovetail.tls.provider.accp;

import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.InvalidParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.security.spec.AlgorithmParameterSpec;
import java.util.List;
import java.util.Map;

/** Stands in for an HSM: it signs with keys that only it can use. */
final class DeviceProvider extends Provider {

    private static final long serialVersionUID = 1L;

    static final List<String> ALGORITHMS = List.of(
            "SHA256withRSA",
            "SHA384withRSA",
            "SHA512withRSA",
            "RSASSA-PSS",
            "SHA256withECDSA",
            "SHA384withECDSA",
            "SHA512withECDSA",
            "Ed25519");

    DeviceProvider() {
        super("Device", "1", "keys that never leave it");
        for (String algorithm : ALGORITHMS) {
            putService(
                    new Service(
                            this,
                            "Signature",
                            algorithm,
                            Spi.class.getName(),
                            List.of(),
                            Map.of("SupportedKeyClasses", DeviceKey.class.getName())) {
                        @Override
                        public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
                            return new Spi(Signature.getInstance(getAlgorithm()));
                        }
                    });
        }
    }

    /** A handle; the key itself is out of reach of everybody but the provider. */
    static final class DeviceKey implements PrivateKey {

        private static final long serialVersionUID = 1L;

        private final transient PrivateKey inside;

        DeviceKey(PrivateKey inside) {
            this.inside = inside;
        }

        @Override
        public String getAlgorithm() {
            return inside.getAlgorithm();
        }

        @Override
        public String getFormat() {
            return null;
        }

        @Override
        public byte[] getEncoded() {
            return null;
        }
    }

    private static final class Spi extends SignatureSpi {

        private final Signature signature;

        Spi(Signature signature) {
            this.signature = signature;
        }

        @Override
        protected void engineInitVerify(PublicKey key) throws InvalidKeyException {
            throw new InvalidKeyException("signs only");
        }

        @Override
        protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
            if (!(key instanceof DeviceKey device)) throw new InvalidKeyException("not mine");
            signature.initSign(device.inside);
        }

        @Override
        protected void engineUpdate(byte b) throws SignatureException {
            signature.update(b);
        }

        @Override
        protected void engineUpdate(byte[] bytes, int offset, int length) throws SignatureException {
            signature.update(bytes, offset, length);
        }

        @Override
        protected byte[] engineSign() throws SignatureException {
            return signature.sign();
        }

        @Override
        protected boolean engineVerify(byte[] bytes) throws SignatureException {
            throw new SignatureException("signs only");
        }

        @Override
        protected void engineSetParameter(AlgorithmParameterSpec parameters) throws InvalidAlgorithmParameterException {
            signature.setParameter(parameters);
        }

        @Override
        @Deprecated
        protected void engineSetParameter(String name, Object value) {
            throw new InvalidParameterException(name);
        }

        @Override
        @Deprecated
        protected Object engineGetParameter(String name) {
            throw new InvalidParameterException(name);
        }
    }
}
