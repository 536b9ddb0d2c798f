package dev.dovetail.tls.provider.accp;

import dev.dovetail.tls.api.spi.Part;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The module a second time, in a loader of its own, where the provider or its native library may be missing. */
final class Alone extends URLClassLoader {

    private static final String PROVIDER = "com.amazon.corretto.crypto.provider.";

    /** What is missing. */
    enum Lacks {
        NOTHING,
        LIBRARY,
        PROVIDER
    }

    private final Lacks lacks;

    Alone(Lacks lacks) throws Exception {
        super(places(lacks), ClassLoader.getPlatformClassLoader());
        this.lacks = lacks;
    }

    /** A part, made by its own class's constructor. */
    Object part(String name) throws Exception {
        return loadClass(name).getConstructor().newInstance();
    }

    /** What a part answers, through its interface: classes of another loader are other classes. */
    Object ask(Object part, String method) throws Exception {
        return loadClass(Part.class.getName()).getMethod(method).invoke(part);
    }

    @SuppressWarnings("unchecked")
    Optional<String> reason(String name) throws Exception {
        Object availability = ask(part(name), "availability");
        return (Optional<String>) availability.getClass().getMethod("reason").invoke(availability);
    }

    /** Whether a class of the provider's was loaded. */
    boolean hasLoadedTheProvider() {
        return findLoadedClass(PROVIDER + "AmazonCorrettoCryptoProvider") != null
                || findLoadedClass(PROVIDER + "Loader") != null;
    }

    @Override
    public URL findResource(String name) {
        boolean library = name.contains(System.mapLibraryName("amazonCorrettoCryptoProvider"));
        return library && lacks == Lacks.LIBRARY ? null : super.findResource(name);
    }

    private static URL[] places(Lacks lacks) throws Exception {
        List<URL> places = new ArrayList<>(List.of(home(Accp.class.getName()), home(Part.class.getName())));
        if (lacks != Lacks.PROVIDER) places.add(home(PROVIDER + "SelfTestStatus"));
        return places.toArray(new URL[0]);
    }

    private static URL home(String type) throws Exception {
        return Class.forName(type, false, Alone.class.getClassLoader())
                .getProtectionDomain()
                .getCodeSource()
                .getLocation();
    }
}
