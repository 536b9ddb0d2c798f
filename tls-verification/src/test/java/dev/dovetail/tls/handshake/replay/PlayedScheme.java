package dev.dovetail.tls.handshake.replay;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.Availability;
import dev.dovetail.tls.api.spi.SignatureScheme;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Set;

/**
 * A scheme that plays a recorded signature instead of making one: RSA-PSS and ECDSA draw random numbers, so no key gives
 * the same bytes again. It plays only if the real scheme says that the signature is one over the content that it is
 * asked to sign.
 *
 * @param real verifies
 * @param signer the signer's public key
 * @param signature what is played
 */
record PlayedScheme(SignatureScheme real, PublicKey signer, byte[] signature) implements SignatureScheme {

    @Override
    public byte[] sign(PrivateKey key, byte[] content, SecureRandom random) throws GeneralSecurityException {
        if (real.verify(signer, content, signature)) return signature.clone();
        throw new GeneralSecurityException("the recorded signature is not one over the content of this handshake");
    }

    @Override
    public boolean verify(PublicKey key, byte[] content, byte[] presented) {
        return real.verify(key, content, presented);
    }

    @Override
    public boolean fits(PublicKey key, ProtocolVersion version) {
        return real.fits(key, version);
    }

    @Override
    public boolean signed(X509Certificate certificate) {
        return real.signed(certificate);
    }

    @Override
    public int code() {
        return real.code();
    }

    @Override
    public String name() {
        return real.name();
    }

    @Override
    public Set<ProtocolVersion> versions() {
        return real.versions();
    }

    @Override
    public String authentication() {
        return real.authentication();
    }

    @Override
    public Set<Trait> traits() {
        return real.traits();
    }

    @Override
    public String implementation() {
        return "recorded";
    }

    @Override
    public int priority() {
        return real.priority();
    }

    @Override
    public Availability availability() {
        return real.availability();
    }
}
