package dev.dovetail.tls.jsse.credential;

import java.security.InvalidAlgorithmParameterException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.UnrecoverableKeyException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactorySpi;
import javax.net.ssl.KeyStoreBuilderParameters;
import javax.net.ssl.ManagerFactoryParameters;
import org.jspecify.annotations.Nullable;

/**
 * {@code KeyManagerFactory} "Dovetail": reads key stores once, checks that keys and certificates belong together, and
 * gives a key manager that chooses by the host's name and by what certificates are for. Used by one thread, as
 * factories are.
 */
public final class DovetailKeyManagerFactory extends KeyManagerFactorySpi {

    private @Nullable CredentialKeyManager manager;

    /** A factory that waits to be initialised. */
    public DovetailKeyManagerFactory() {}

    @Override
    protected void engineInit(@Nullable KeyStore store, char @Nullable [] password)
            throws KeyStoreException, UnrecoverableKeyException {
        manager = new CredentialKeyManager(store == null ? new KeyTable(List.of()) : StoreKeys.of(store, password));
    }

    @Override
    protected void engineInit(@Nullable ManagerFactoryParameters parameters) throws InvalidAlgorithmParameterException {
        if (!(parameters instanceof KeyStoreBuilderParameters builders)) {
            throw new InvalidAlgorithmParameterException("KeyStoreBuilderParameters are wanted, not "
                    + (parameters == null ? null : parameters.getClass().getName()));
        }
        try {
            List<KeyTable> tables = new ArrayList<>();
            for (KeyStore.Builder builder : builders.getParameters()) tables.add(StoreKeys.of(builder));
            manager = new CredentialKeyManager(KeyTable.joined(tables));
        } catch (KeyStoreException | UnrecoverableKeyException unreadable) {
            throw new InvalidAlgorithmParameterException(
                    "a key store can't be read: " + unreadable.getMessage(), unreadable);
        }
    }

    @Override
    protected KeyManager[] engineGetKeyManagers() {
        CredentialKeyManager made = manager;
        if (made == null) throw new IllegalStateException("KeyManagerFactory.init was not called");
        return new KeyManager[] {made};
    }
}
