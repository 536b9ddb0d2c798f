package dev.dovetail.tls.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.dovetail.tls.api.catalog.Catalog;
import dev.dovetail.tls.handshake.TlsEngine;
import dev.dovetail.tls.record.RecordReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Promise P5: the core does no I/O, starts no thread, and keeps no state of the whole process. */
class CoreRulesTest {

    private static final Set<Class<?>> ANCHORS = Set.of(Catalog.class, RecordReader.class, TlsEngine.class);

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importUrls(ANCHORS.stream()
                    .map(anchor -> anchor.getProtectionDomain().getCodeSource().getLocation())
                    .toList());

    // Reading certificates and keys from files is what a user asks for by name, before any connection.
    private static final String FILES = "dev.dovetail.tls.handshake.credential..";

    private static final DescribedPredicate<JavaClass> MUTABLE = new DescribedPredicate<>("mutable by its kind") {
        @Override
        public boolean test(JavaClass type) {
            return type.isArray()
                    || type.isAssignableTo("java.util.concurrent.atomic.AtomicReference")
                    || type.isAssignableTo(java.util.concurrent.ConcurrentMap.class)
                    || type.isAssignableTo(ThreadLocal.class)
                    || type.isAssignableTo(java.util.HashMap.class)
                    || type.isAssignableTo(java.util.ArrayList.class);
        }
    };

    @Test
    void whatIsCheckedIsThere() {
        assertThat(CORE.contain(TlsEngine.class)).isTrue();
        assertThat(CORE.contain(RecordReader.class)).isTrue();
        assertThat(CORE.contain(Catalog.class)).isTrue();
        assertThat(CORE.size()).isGreaterThan(200);
    }

    @Test
    void doesNoIo() {
        noClasses()
                .that()
                .resideOutsideOfPackage(FILES)
                .should()
                .dependOnClassesThat(new DescribedPredicate<>("do I/O") {
                    @Override
                    public boolean test(JavaClass type) {
                        String name = type.getName();
                        return name.startsWith("java.net.")
                                || name.startsWith("java.nio.channels.")
                                || name.startsWith("java.nio.file.")
                                || name.startsWith("java.io.") && !HARMLESS.contains(name);
                    }
                })
                .check(CORE);
    }

    // Streams over bytes in memory, which the JDK's certificates are read from; the type behind records and enums.
    private static final Set<String> HARMLESS = Set.of(
            "java.io.ByteArrayInputStream",
            "java.io.ByteArrayOutputStream",
            "java.io.InputStream",
            "java.io.Serializable",
            "java.io.IOException",
            "java.io.UncheckedIOException");

    @Test
    void credentialsReadFilesAndNothingElse() {
        noClasses()
                .that()
                // These ask the JDK's trust manager, whose types live there.
                .haveNameNotMatching(".*\\.credential\\.(PathValidation|PkixVerifier|PathDiagnosis).*")
                .should()
                .dependOnClassesThat(new DescribedPredicate<>("reach the network") {
                    @Override
                    public boolean test(JavaClass type) {
                        // IDN spells names; it resolves none.
                        return !type.getName().equals("java.net.IDN")
                                && type.getName().matches("(java\\.net|java\\.nio\\.channels|javax\\.net)\\..*");
                    }
                })
                .check(CORE);
    }

    @Test
    void startsNoThread() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.util\\.concurrent\\.(Executor.*|ForkJoin.*|ThreadPool.*|Scheduled.*|ThreadFactory)"
                                + "|java\\.util\\.Timer.*|java\\.lang\\.ThreadLocal")
                .check(CORE);
        noClasses()
                .should()
                .callConstructor(Thread.class)
                .orShould()
                .callConstructor(Thread.class, Runnable.class)
                .orShould()
                .callMethod(Thread.class, "start")
                .orShould()
                .callMethod(Runtime.class, "addShutdownHook", Thread.class)
                .check(CORE);
    }

    @Test
    void runsNothingOnTheCommonPool() {
        noClasses()
                .should()
                .callMethodWhere(new DescribedPredicate<>("runs something elsewhere") {
                    @Override
                    public boolean test(com.tngtech.archunit.core.domain.JavaMethodCall call) {
                        return call.getTargetOwner().isAssignableTo(java.util.concurrent.CompletionStage.class)
                                && call.getName().endsWith("Async");
                    }
                })
                .check(CORE);
    }

    @Test
    void keepsNoStaticStateThatChanges() {
        fields().that()
                .areStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .beFinal()
                .check(CORE);
        fields().that()
                .areStatic()
                .and()
                .arePublic()
                .should()
                .notHaveRawType(MUTABLE)
                .check(CORE);
    }

    @Test
    void everyStaticCollectionRefusesChange() throws ReflectiveOperationException {
        int seen = 0;
        for (JavaClass type : CORE) {
            for (var field : type.getFields()) {
                if (!field.getModifiers().contains(JavaModifier.STATIC)) continue;
                var found = field.reflect();
                found.setAccessible(true);
                Object value = found.get(null);
                if (!(value instanceof Collection) && !(value instanceof Map)) continue;
                seen++;
                String kind = value.getClass().getName();
                assertThat(kind)
                        .as(field.getFullName())
                        .matches("java\\.util\\.(ImmutableCollections|Collections)\\$.*");
            }
        }
        assertThat(seen).isPositive();
    }

    @Test
    void namesNoProviderOfAlgorithms() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.bouncycastle..", "com.sun..", "sun..")
                .check(CORE);
    }

    @Test
    void setsNoDefaultOfTheProcess() {
        noClasses()
                .should()
                .callMethod(System.class, "setProperty", String.class, String.class)
                .orShould()
                .callMethod(java.security.Security.class, "setProperty", String.class, String.class)
                .orShould()
                .callMethod(java.security.Security.class, "addProvider", java.security.Provider.class)
                .orShould()
                .callMethod(java.security.Security.class, "insertProviderAt", java.security.Provider.class, int.class)
                .check(CORE);
    }

    @Test
    void noNameSaysNothing() {
        classes()
                .should()
                .haveNameNotMatching(".*(Util|Utils|Manager|Helper|Impl)(\\$.*)?$")
                .check(CORE);
    }

    @ParameterizedTest
    @ValueSource(classes = {Catalog.class, RecordReader.class, TlsEngine.class})
    void requiresJavaBaseAndItsOwnModulesOnly(Class<?> anchor) throws Exception {
        Set<String> required = new TreeSet<>();
        for (ModuleDescriptor.Requires one : descriptor(anchor).requires()) {
            if (one.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC)) continue;
            if (!one.name().startsWith("dev.dovetail.tls.")) required.add(one.name());
        }
        assertThat(required).containsExactly("java.base");
    }

    private static ModuleDescriptor descriptor(Class<?> anchor) throws Exception {
        Path place = Path.of(
                anchor.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (Files.isDirectory(place)) return read(place);
        try (FileSystem jar = FileSystems.newFileSystem(place)) {
            return read(jar.getPath("/"));
        }
    }

    private static ModuleDescriptor read(Path root) throws IOException {
        try (InputStream in = Files.newInputStream(root.resolve("module-info.class"))) {
            return ModuleDescriptor.read(in);
        }
    }
}
