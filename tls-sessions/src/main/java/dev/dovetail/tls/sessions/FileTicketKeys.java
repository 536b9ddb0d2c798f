package dev.dovetail.tls.sessions;

import dev.dovetail.tls.handshake.session.TicketKey;
import dev.dovetail.tls.handshake.session.TicketKeyRing;
import dev.dovetail.tls.handshake.session.TicketKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Ticket keys from a file, or from a folder of files such as a secret that is mounted into a container. New content is
 * used within a second, and no thread waits for it: of the connections that use the keys, one looks whether a file has
 * changed, and the others go on meanwhile. What can't be read changes nothing.
 *
 * <p>A file holds one key in raw bytes, or lines of text:
 *
 * <pre>
 * # name (16 bytes) and key (32 bytes, or 64 of which one is made by SHA-256), in Base64 or hexadecimal
 * 8K0f…7A== sealsFrom=2030-01-01T00:00:00Z sealsUntil=2030-01-02T00:00:00Z opensUntil=2030-01-03T00:00:00Z
 * </pre>
 *
 * <p>So the files that nginx reads ({@code ssl_session_ticket_key}, 48 or 80 random bytes) serve as they are. Times may
 * be left out. Of the keys that have neither {@code sealsFrom} nor {@code sealsUntil} the last one seals, in the order
 * of file names and then of lines; the others open only. Keys with such times seal in them, before any key without. A
 * key opens as long as it stands there, or until {@code opensUntil}.
 *
 * <p>For many threads.
 */
public final class FileTicketKeys implements TicketKeys {

    // Longer than the tick of any file system's times.
    private static final Duration TICK = Duration.ofSeconds(3);

    private final Path path;
    private final long period;
    private final LongSupplier ticker;
    private final Consumer<KeyFileEvent> listener;
    private final TicketKeyRing ring = new TicketKeyRing();
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile long nextLook;
    private volatile boolean closed;

    // What was seen when it was read last, and the trouble that was told last. Only of who looks.
    private @Nullable KeyFiles seen;
    private @Nullable String trouble;
    private boolean settled;

    private FileTicketKeys(Builder builder) throws IOException {
        this.path = builder.path;
        this.period = builder.period.toNanos();
        this.ticker = builder.ticker;
        this.listener = builder.listener;
        read(KeyFiles.at(path));
        this.nextLook = ticker.getAsLong() + period;
    }

    /**
     * Keys from a file or folder, which is looked at once a second.
     *
     * @param path may be a link
     * @return the keys; the caller closes them
     * @throws IOException if there are none now, or if they can't be read
     */
    public static FileTicketKeys from(Path path) throws IOException {
        return of(path).build();
    }

    /**
     * Keys from a file or folder, with more to say.
     *
     * @param path may be a link
     * @return what builds them
     */
    public static Builder of(Path path) {
        return new Builder(path);
    }

    @Override
    public Optional<TicketKey> sealing(Instant now) {
        lookIfTime(now);
        return ring.sealing(now);
    }

    @Override
    public Optional<TicketKey> of(byte[] ticket, Instant now) {
        lookIfTime(now);
        return ring.of(ticket, now);
    }

    @Override
    public void close() {
        closed = true;
        ring.close();
    }

    /** Where they are from and how many there are; no key. */
    @Override
    public String toString() {
        return "FileTicketKeys[" + path + ", " + ring.size() + " keys]";
    }

    private void lookIfTime(Instant now) {
        if (closed || ticker.getAsLong() - nextLook < 0 || !looking.compareAndSet(false, true)) return;
        try {
            // Somebody may have looked between the two questions above.
            if (ticker.getAsLong() - nextLook < 0) return;
            nextLook = ticker.getAsLong() + period;
            ring.retire(now);
            look();
        } finally {
            looking.set(false);
        }
    }

    private void look() {
        @Nullable KeyFiles found = null;
        try {
            found = KeyFiles.at(path);
            if (settled && found.equals(seen)) return;
            read(found);
        } catch (IOException | UncheckedIOException e) {
            String reason = reason(e);
            boolean told = reason.equals(trouble) && Objects.equals(found, seen);
            seen = found;
            trouble = reason;
            // Files that are whole again have changed again, but one that can't be opened need not: it is tried each
            // time.
            settled = false;
            if (!told) tell(new KeyFileEvent.Unreadable(path, reason));
        }
    }

    private void read(KeyFiles found) throws IOException {
        Instant before = Instant.now().minus(TICK);
        List<TicketKey> keys = found.keys();
        int count = keys.size();
        ring.replace(keys);
        boolean news = trouble != null || !found.equals(seen);
        settled = !found.isWrittenSince(before);
        seen = found;
        trouble = null;
        if (!news) return;
        tell(new KeyFileEvent.Loaded(path, count));
        for (KeyFiles.Sight sight : found.sights()) {
            if (sight.readableByOthers()) tell(new KeyFileEvent.ReadableByOthers(sight.path()));
        }
    }

    private static String reason(Exception e) {
        @Nullable String message = e.getMessage();
        if (e instanceof NoSuchFileException) return "not there: " + message;
        return message == null ? e.getClass().getSimpleName() : message;
    }

    private void tell(KeyFileEvent event) {
        try {
            listener.accept(event);
        } catch (RuntimeException e) {
            // A listener that fails must not fail a connection, which did nothing wrong.
        }
    }

    /** Builds keys. Not for several threads. */
    public static final class Builder {

        private final Path path;
        private Duration period = Duration.ofSeconds(1);
        private Consumer<KeyFileEvent> listener = event -> {};
        private LongSupplier ticker = System::nanoTime;

        private Builder(Path path) {
            this.path = path;
        }

        /**
         * How often the files are looked at, at most.
         *
         * @param period a second, unless set
         * @return this
         */
        public Builder period(Duration period) {
            this.period = Nanos.positive(period, "the period");
            return this;
        }

        /**
         * Who hears of keys that were read, of files that can't be read, and of those that everybody can read.
         *
         * @param listener called once per change, on a connection's thread; must be quick
         * @return this
         */
        public Builder listener(Consumer<KeyFileEvent> listener) {
            this.listener = listener;
            return this;
        }

        /**
         * What the period is read from, for tests.
         *
         * @param nanoseconds since some moment; never goes back
         * @return this
         */
        public Builder ticker(LongSupplier nanoseconds) {
            this.ticker = nanoseconds;
            return this;
        }

        /**
         * Reads the keys.
         *
         * @return the caller closes them
         * @throws IOException if there are none, or if they can't be read
         */
        public FileTicketKeys build() throws IOException {
            return new FileTicketKeys(this);
        }
    }
}
