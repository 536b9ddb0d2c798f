package dev.dovetail.tls.provider.accp;

import dev.dovetail.tls.api.Fault;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.wire.WireReader;
import dev.dovetail.tls.api.wire.WireWriter;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PublicKey;
import java.security.SecureRandom;
import javax.crypto.Cipher;

/** Makes the premaster secret and encrypts it to the server's certificate. */
final class RsaClient implements KeyExchange.Client {

    private final KeyExchange.ClientContext context;
    private final AccpKeys keys;
    private boolean closed;

    /** With the keys that the part has taken over. */
    RsaClient(KeyExchange.ClientContext context, AccpKeys keys) {
        this.context = context;
        this.keys = keys;
    }

    @Override
    public void readParams(WireReader in) {
        throw in.fault(Fault.MESSAGE_UNEXPECTED, "RSA key exchange has no ServerKeyExchange (RFC 5246 7.4.3)");
    }

    /** EncryptedPreMasterSecret (RFC 5246 7.4.7.1). */
    @Override
    public Secret premaster(WireWriter out) {
        if (closed) throw new IllegalStateException("RSA: this side is closed");
        PublicKey key = context.peerKey()
                .orElseThrow(() -> new IllegalStateException("RSA: the server's certificate comes first"));
        Secret premaster = Secret.of(premaster(context.offeredVersion(), context.random()));
        try {
            out.block("encrypted_pre_master_secret", 2, encrypt(key, premaster));
            return premaster;
        } catch (RuntimeException e) {
            premaster.close();
            throw e;
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    /** The version of the ClientHello, whatever was negotiated, and 46 random bytes. */
    static byte[] premaster(int version, SecureRandom random) {
        byte[] premaster = new byte[EncodedPremaster.LENGTH];
        random.nextBytes(premaster);
        premaster[0] = (byte) (version >>> 8);
        premaster[1] = (byte) version;
        return premaster;
    }

    private byte[] encrypt(PublicKey key, Secret premaster) {
        return premaster.with(bytes -> {
            try {
                Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding", Accp.provider());
                // The padding is drawn by AWS-LC's own generator, which is not asked for here.
                cipher.init(Cipher.ENCRYPT_MODE, taken(key));
                return cipher.doFinal(bytes);
            } catch (GeneralSecurityException | RuntimeException e) {
                throw Fault.CERTIFICATE_UNFIT
                        .because("the server's key can't encrypt a premaster secret: %s", key.getAlgorithm())
                        .causedBy(e);
            }
        });
    }

    private PublicKey taken(PublicKey key) throws GeneralSecurityException {
        return keys.take(key).orElseThrow(() -> new InvalidKeyException("it is no RSA key"));
    }
}
