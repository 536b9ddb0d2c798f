package dev.dovetail.tls.api.catalog;

import dev.dovetail.tls.api.CipherSuite;
import dev.dovetail.tls.api.spi.BulkCipher;
import dev.dovetail.tls.api.spi.HashAlgorithm;
import dev.dovetail.tls.api.spi.HybridGroup;
import dev.dovetail.tls.api.spi.KeyExchange;
import dev.dovetail.tls.api.spi.Mac;
import dev.dovetail.tls.api.spi.NamedGroup;
import dev.dovetail.tls.api.spi.Part;
import dev.dovetail.tls.api.spi.SignatureScheme;
import dev.dovetail.tls.api.spi.SuiteProvider;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A plug-in module as the class path has it.
 *
 * @param name its artifact
 * @param place its jar or its directory of classes
 * @param brings the names of its parts and suites, each behind its kind as in {@code cipher.AES_128_GCM}
 */
record PluginModule(String name, URI place, TreeSet<String> brings) {

    private static final Map<Class<? extends Part>, String> KINDS = Map.of(
            KeyExchange.class, "key exchange",
            BulkCipher.class, "cipher",
            Mac.class, "MAC",
            HashAlgorithm.class, "hash",
            NamedGroup.class, "group",
            SignatureScheme.class, "signature scheme");

    /** Every module of the class path that registers a part or a suite, by its name. */
    static SortedMap<String, PluginModule> all() {
        SortedMap<String, PluginModule> modules = new TreeMap<>();
        KINDS.forEach((type, kind) -> {
            for (Part part : ServiceLoader.load(type)) of(part, modules).brings.add(kind + "." + part.name());
        });
        for (HybridGroup hybrid : ServiceLoader.load(HybridGroup.class)) {
            of(hybrid, modules).brings.add("group." + hybrid.name());
        }
        for (SuiteProvider provider : ServiceLoader.load(SuiteProvider.class)) {
            for (CipherSuite suite : provider.suites())
                of(provider, modules).brings.add("suite." + suite.name());
        }
        return modules;
    }

    private static PluginModule of(Object part, SortedMap<String, PluginModule> modules) {
        URI place = place(part.getClass());
        return modules.computeIfAbsent(
                artifact(Path.of(place)), name -> new PluginModule(name, place, new TreeSet<>()));
    }

    private static URI place(Class<?> type) {
        try {
            return type.getProtectionDomain().getCodeSource().getLocation().toURI();
        } catch (URISyntaxException e) {
            throw new AssertionError(type + " comes from a place that is no URI", e);
        }
    }

    /** Maven puts classes into {@code artifact/target/classes} and jars into {@code artifact-version.jar}. */
    private static String artifact(Path place) {
        String file = place.getFileName().toString();
        return file.endsWith(".jar")
                ? file.replaceFirst("-\\d.*", "")
                : place.getParent().getParent().getFileName().toString();
    }
}
