package dev.dovetail.tls.api.catalog;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Collection;
import java.util.Enumeration;

/**
 * Sees the plug-in modules that it is given and no others, as if the rest had never been put on the class path. What
 * plug-ins share, Dovetail's API and other libraries, comes from the loader of this test.
 */
final class PluginLoader extends URLClassLoader {

    private static final String SERVICES = "META-INF/services/";

    private final Collection<String> hidden;

    private PluginLoader(URL[] kept, Collection<String> hidden) {
        super(kept, PluginLoader.class.getClassLoader());
        this.hidden = hidden;
    }

    /** A loader of some modules, which hides the packages of all. */
    static PluginLoader of(Collection<PluginModule> kept, Collection<PluginModule> all) {
        URL[] places =
                kept.stream().map(PluginModule::place).map(PluginLoader::url).toArray(URL[]::new);
        return new PluginLoader(
                places, all.stream().map(PluginLoader::rootPackage).toList());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (hidden.stream().noneMatch(name::startsWith)) return super.loadClass(name, resolve);
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : findClass(name);
        }
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return name.startsWith(SERVICES) ? findResources(name) : super.getResources(name);
    }

    /** The artifact {@code tls-ciphers-aes} has its classes below {@code dev.dovetail.tls.ciphers.aes}. */
    private static String rootPackage(PluginModule module) {
        return "dev.dovetail." + module.name().replace('-', '.') + ".";
    }

    private static URL url(URI place) {
        try {
            return place.toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError(place + " is no URL", e);
        }
    }
}
