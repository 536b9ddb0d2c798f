package dev.dovetail.tls.jsse.reload;

import dev.dovetail.tls.jsse.ReloadListener;
import dev.dovetail.tls.jsse.ReloadSettings;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is loaded anew when its files have changed. The thread that asks looks, at most once in an interval;
 * while it loads, all others get what there is. For many threads.
 *
 * @param <T> immutable
 */
public final class Reloading<T> {

    /** Choice: far longer than a handshake step takes, and then replaced private keys are let go of. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    /** Choice: for programs that push faster than that. */
    private static final int MOST_KEPT = 64;

    private static final int ATTEMPTS = 3;

    private final ReloadSource<T> source;
    private final ReloadListener listener;
    private final long interval;
    private final LongSupplier clock;
    private final ReentrantLock loading = new ReentrantLock();

    /** Newest first; never empty once made. */
    private volatile List<Generation<T>> generations = List.of();

    private volatile long nextLook;

    /** Guarded by the lock, as the two below: of which files the newest generation was made. */
    private List<FileState> loaded = List.of();

    private @Nullable List<FileState> failed;
    private String failure = "";

    private Reloading(ReloadSource<T> source, ReloadSettings settings, LongSupplier clock) {
        this.source = source;
        this.listener = settings.listener();
        this.interval = settings.interval().toNanos();
        this.clock = clock;
    }

    /**
     * Loads for the first time.
     *
     * @param source the files and what is made of them
     * @param settings how they are watched
     * @param <T> the kind of value
     * @return the value
     * @throws IOException if they can't be loaded
     */
    public static <T> Reloading<T> of(ReloadSource<T> source, ReloadSettings settings) throws IOException {
        return of(source, settings, System::nanoTime);
    }

    static <T> Reloading<T> of(ReloadSource<T> source, ReloadSettings settings, LongSupplier clock) throws IOException {
        Reloading<T> made = new Reloading<>(source, settings, clock);
        made.reload();
        return made;
    }

    /**
     * What is to be used now. Looks at the files first if that is due; never waits for another thread that does.
     *
     * @return the newest that could be loaded
     */
    public Generation<T> current() {
        // A listener that asks gets what it is being told of.
        if (due() && !loading.isHeldByCurrentThread() && loading.tryLock()) {
            try {
                if (due()) look();
            } finally {
                loading.unlock();
            }
        }
        return newest();
    }

    /**
     * What is used now, without a look at the files.
     *
     * @return the newest
     */
    public Generation<T> newest() {
        return generations.get(0);
    }

    /**
     * What was used before, or is used now.
     *
     * @param number which
     * @return empty if it was replaced long ago
     */
    Optional<Generation<T>> generation(int number) {
        return generations.stream().filter(one -> one.number() == number).findFirst();
    }

    /**
     * Loads, whether something changed or not. Does nothing when a listener calls it that is just being told: there is
     * nothing newer to be had than what it hears of.
     *
     * @throws IOException if that fails; what was there stays
     */
    public void reload() throws IOException {
        if (loading.isHeldByCurrentThread()) return;
        loading.lock();
        try {
            load(FileState.of(source.files()));
        } finally {
            loading.unlock();
        }
    }

    private boolean due() {
        return clock.getAsLong() - nextLook >= 0;
    }

    private void look() {
        // Before the look: whoever comes meanwhile need not try.
        nextLook = clock.getAsLong() + interval;
        List<FileState> found = FileState.of(source.files());
        if (found.equals(loaded)) {
            failed = null;
            generations = kept(generations);
            return;
        }
        try {
            load(found);
        } catch (IOException told) {
            // The listener knows, and there is something to go on with.
            return;
        }
    }

    private void load(List<FileState> found) throws IOException {
        List<FileState> before = found;
        for (int attempt = 1; ; attempt++) {
            try {
                adopt(source.load(), before);
                return;
            } catch (IOException | GeneralSecurityException | RuntimeException unfit) {
                List<FileState> after = FileState.of(source.files());
                // Changed while being read: one file may have been old and the other new.
                if (attempt == ATTEMPTS || after.equals(before)) throw failed(after, unfit);
                before = after;
            }
        }
    }

    /** Whatever was written after that look is seen by the next one. */
    private void adopt(T value, List<FileState> files) {
        List<Generation<T>> all = new ArrayList<>(generations);
        boolean first = all.isEmpty();
        int number = first ? 1 : all.get(0).number() + 1;
        all.add(0, new Generation<>(number, value, clock.getAsLong()));
        generations = kept(all);
        nextLook = clock.getAsLong() + interval;
        loaded = files;
        failed = null;
        List<X509Certificate> certificates = source.certificates(value);
        if (!first) tell(one -> one.onReloaded(certificates));
        for (X509Certificate certificate : certificates) warn(certificate);
    }

    /** The newest, and of the others those that were replaced a moment ago. */
    private List<Generation<T>> kept(List<Generation<T>> all) {
        long now = clock.getAsLong();
        List<Generation<T>> kept = new ArrayList<>();
        for (int i = 0; i < Math.min(all.size(), MOST_KEPT); i++) {
            if (i == 0 || now - all.get(i - 1).since() < KEPT.toNanos()) kept.add(all.get(i));
        }
        return List.copyOf(kept);
    }

    private IOException failed(List<FileState> files, Exception unfit) {
        IOException failure =
                unfit instanceof IOException same ? same : new IOException(String.valueOf(unfit.getMessage()), unfit);
        String message = String.valueOf(failure.getMessage());
        // There is nothing to be told where there is nothing to go on with: then it is thrown.
        if (!generations.isEmpty() && !(files.equals(failed) && message.equals(this.failure))) {
            tell(one -> one.onFailed(failure));
        }
        failed = files;
        this.failure = message;
        return failure;
    }

    private void warn(X509Certificate certificate) {
        try {
            certificate.checkValidity();
        } catch (CertificateException outside) {
            tell(one -> one.onWarning("the certificate of " + certificate.getSubjectX500Principal()
                    + " is in use, and is valid only from " + certificate.getNotBefore() + " until "
                    + certificate.getNotAfter()));
        }
    }

    private void tell(Consumer<ReloadListener> news) {
        try {
            news.accept(listener);
        } catch (RuntimeException theListeners) {
            // A handshake must not fail because somebody could not write a line about it.
            return;
        }
    }

    /** Which files, and how often they were loaded. */
    @Override
    public String toString() {
        return source.files() + ", loaded " + newest().number() + " times";
    }
}
