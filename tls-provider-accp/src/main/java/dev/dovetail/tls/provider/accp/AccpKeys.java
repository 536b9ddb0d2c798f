package dev.dovetail.tls.provider.accp;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Optional;

/** How keys of other providers come to ACCP. */
interface AccpKeys {

    /** As they are: ACCP has no factory for Ed25519, and takes the key over at each use. */
    AccpKeys AS_THEY_ARE = new AccpKeys() {
        @Override
        public TakenKey take(PrivateKey key) {
            return AccpKeys.shown(key) ? TakenKey.borrowed(key) : TakenKey.refused();
        }

        @Override
        public Optional<PublicKey> take(PublicKey key) {
            return Optional.of(key).filter(AccpKeys::shown);
        }
    };

    /**
     * A key that ACCP signs or decrypts with.
     *
     * @return for one operation; the caller closes it then. Without a key if the key does not show itself
     */
    TakenKey take(PrivateKey key) throws GeneralSecurityException;

    /**
     * A key that ACCP verifies or encrypts with.
     *
     * @return empty if the key does not show itself
     */
    Optional<PublicKey> take(PublicKey key) throws GeneralSecurityException;

    /** Whether a key has an encoding: those of devices have not. */
    static boolean shown(Key key) {
        return key.getFormat() != null;
    }
}
