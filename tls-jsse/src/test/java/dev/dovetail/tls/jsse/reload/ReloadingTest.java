package dev.dovetail.tls.jsse.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.jsse.ReloadListener;
import dev.dovetail.tls.jsse.ReloadSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When files are looked at, and what becomes of what was loaded before; time goes by as the test says. */
class ReloadingTest {

    @TempDir
    Path directory;

    private Path file;
    private long now;
    private int loads;
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(directory.resolve("file"), "one");
    }

    /** The text of a file; "bad" can't be loaded. */
    private final class Text implements ReloadSource<String> {
        @Override
        public List<Path> files() {
            return List.of(file);
        }

        @Override
        public String load() throws IOException {
            loads++;
            String text = Files.readString(file);
            if (text.startsWith("bad")) throw new IllegalArgumentException(text + " is bad");
            return text;
        }

        @Override
        public List<X509Certificate> certificates(String value) {
            return List.of();
        }
    }

    private final class Told implements ReloadListener {
        @Override
        public void onReloaded(List<X509Certificate> certificates) {
            told.add("reloaded");
        }

        @Override
        public void onFailed(Exception why) {
            told.add(why.getMessage());
            throw new IllegalStateException("a listener that fails");
        }
    }

    private Reloading<String> reloading() throws IOException {
        ReloadSettings settings = ReloadSettings.usual().telling(new Told());
        return Reloading.of(new Text(), settings, () -> now);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private void replace(String text) throws IOException {
        Path other = Files.writeString(directory.resolve("new"), text);
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void looksOnlyWhenTheIntervalIsOver() throws IOException {
        Reloading<String> reloading = reloading();
        replace("two");
        pass(Duration.ofSeconds(9));
        assertThat(reloading.current().value()).isEqualTo("one");
        pass(Duration.ofSeconds(1));
        assertThat(reloading.current().value()).isEqualTo("two");
        assertThat(told).containsExactly("reloaded");
    }

    @Test
    void loadsOnlyWhatHasChanged() throws IOException {
        Reloading<String> reloading = reloading();
        for (int i = 0; i < 5; i++) {
            pass(Duration.ofSeconds(10));
            assertThat(reloading.current().number()).isEqualTo(1);
        }
        assertThat(loads).isEqualTo(1);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1));
        pass(Duration.ofSeconds(10));
        assertThat(reloading.current().number()).isEqualTo(2);
    }

    @Test
    void whatCantBeLoadedIsToldOnceAndTriedAgain() throws IOException {
        Reloading<String> reloading = reloading();
        replace("bad one");
        for (int i = 0; i < 3; i++) {
            pass(Duration.ofSeconds(10));
            assertThat(reloading.current().value()).isEqualTo("one");
        }
        assertThat(loads).isEqualTo(4);
        assertThat(told).containsExactly("bad one is bad");
        replace("bad two");
        pass(Duration.ofSeconds(10));
        assertThat(reloading.current().value()).isEqualTo("one");
        replace("good");
        pass(Duration.ofSeconds(10));
        assertThat(reloading.current().value()).isEqualTo("good");
        assertThat(told).containsExactly("bad one is bad", "bad two is bad", "reloaded");
    }

    @Test
    void aMissingFileLeavesWhatWasThere() throws IOException {
        Reloading<String> reloading = reloading();
        Files.delete(file);
        pass(Duration.ofSeconds(10));
        assertThat(reloading.current().value()).isEqualTo("one");
        assertThat(told).hasSize(1);
        Files.writeString(file, "back");
        pass(Duration.ofSeconds(10));
        assertThat(reloading.current().value()).isEqualTo("back");
    }

    @Test
    void aPushLoadsAtOnceAndSaysWhatIsWrong() throws IOException {
        Reloading<String> reloading = reloading();
        replace("two");
        reloading.reload();
        assertThat(reloading.newest().value()).isEqualTo("two");
        replace("bad");
        assertThatThrownBy(reloading::reload).isInstanceOf(IOException.class).hasMessage("bad is bad");
        assertThat(reloading.newest().value()).isEqualTo("two");
    }

    @Test
    void aListenerThatReloadsWhileItIsToldChangesNothing() throws IOException {
        List<Reloading<String>> made = new ArrayList<>();
        ReloadSettings settings = ReloadSettings.usual().every(Duration.ZERO).telling(new ReloadListener() {
            @Override
            public void onReloaded(List<X509Certificate> certificates) {
                told.add("reloaded " + made.get(0).current().value());
                reload();
            }

            @Override
            public void onFailed(Exception why) {
                told.add("failed");
                reload();
            }

            private void reload() {
                try {
                    made.get(0).reload();
                } catch (IOException e) {
                    told.add("threw");
                }
            }
        });
        Reloading<String> reloading = Reloading.of(new Text(), settings, () -> now);
        made.add(reloading);
        reloading.reload();
        replace("two");
        assertThat(reloading.current().value()).isEqualTo("two");
        replace("bad");
        assertThatThrownBy(reloading::reload).isInstanceOf(IOException.class);
        assertThat(told).containsExactly("reloaded one", "reloaded two", "failed");
        assertThat(loads).isEqualTo(4);
    }

    @Test
    void whatCantBeLoadedAtFirstIsThrown() throws IOException {
        replace("bad");
        assertThatThrownBy(this::reloading).isInstanceOf(IOException.class).hasMessage("bad is bad");
        assertThat(told).isEmpty();
    }

    @Test
    void oldGenerationsAreKnownForAMinute() throws IOException {
        Reloading<String> reloading = reloading();
        reloading.reload();
        pass(Duration.ofSeconds(59));
        reloading.current();
        assertThat(reloading.generation(1)).isPresent();
        pass(Duration.ofSeconds(11));
        reloading.current();
        assertThat(reloading.generation(1)).isEmpty();
        assertThat(reloading.generation(2)).isPresent();
    }

    @Test
    void noMoreThan64GenerationsAreKept() throws IOException {
        Reloading<String> reloading = reloading();
        for (int i = 0; i < 100; i++) reloading.reload();
        assertThat(reloading.newest().number()).isEqualTo(101);
        assertThat(reloading.generation(38)).isPresent();
        assertThat(reloading.generation(37)).isEmpty();
    }

    @Test
    void whileOneThreadLoadsOthersUseWhatThereIs() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        ReloadSource<String> slow = new ReloadSource<>() {
            @Override
            public List<Path> files() {
                return List.of(file);
            }

            @Override
            public String load() throws IOException {
                String text = Files.readString(file);
                if (text.equals("one")) return text;
                begun.countDown();
                try {
                    go.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return text;
            }

            @Override
            public List<X509Certificate> certificates(String value) {
                return List.of();
            }
        };
        Reloading<String> reloading =
                Reloading.of(slow, ReloadSettings.usual().every(Duration.ZERO).telling(new Told()));
        replace("two");
        ExecutorService one = Executors.newSingleThreadExecutor();
        try {
            Future<Generation<String>> loading = one.submit(reloading::current);
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(reloading.current().value()).isEqualTo("one");
            go.countDown();
            assertThat(loading.get(30, TimeUnit.SECONDS).value()).isEqualTo("two");
            assertThat(reloading.current().value()).isEqualTo("two");
        } finally {
            go.countDown();
            one.shutdown();
        }
    }
}
