package dev.dovetail.tls.jsse.socket;

import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.jsse.DovetailOptions;
import dev.dovetail.tls.jsse.credential.Managers;
import dev.dovetail.tls.jsse.setup.SystemSettings;
import dev.dovetail.tls.jsse.setup.TlsContext;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;

/** Contexts as if a system property had another value, without setting it for the tests beside. */
final class Settings {

    private static final DovetailOptions OPTIONS = DovetailOptions.of(Catalog.discover());

    private Settings() {}

    /** By the name of the setting. */
    static TlsContext with(Map<String, Object> changed) throws Exception {
        Managers managers = new Managers(
                Optional.of((X509KeyManager) Stack.keys().getKeyManagers()[0]), Optional.empty(), (X509TrustManager)
                        Stack.trust().getTrustManagers()[0]);
        return new TlsContext(OPTIONS, changed(changed), managers, new SecureRandom(), List.of());
    }

    private static SystemSettings changed(Map<String, Object> changed) throws Exception {
        SystemSettings now = SystemSettings.read();
        RecordComponent[] components = SystemSettings.class.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            Object value = changed.get(components[i].getName());
            values[i] = value == null ? components[i].getAccessor().invoke(now) : value;
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Constructor<SystemSettings> constructor = SystemSettings.class.getDeclaredConstructor(types);
        return constructor.newInstance(values);
    }
}
