package dev.dovetail.tls.handshake.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Keys that were made elsewhere: what files, Redis and rotation put in, connections take out. For many threads. A key
 * that is taken out of the ring, or retired, is wiped.
 */
public final class TicketKeyRing implements TicketKeys {

    private List<TicketKey> keys = new ArrayList<>();
    private boolean closed;

    /** A ring without keys. */
    public TicketKeyRing() {}

    /**
     * Puts other keys in place of those that are here, which are wiped unless they are among the new ones.
     *
     * @param next all that are to be here, taken over
     */
    public synchronized void replace(List<TicketKey> next) {
        if (closed) {
            next.forEach(TicketKey::close);
            return;
        }
        keys.stream().filter(key -> !next.contains(key)).forEach(TicketKey::close);
        keys = new ArrayList<>(next);
    }

    /**
     * Adds a key.
     *
     * @param key taken over
     */
    public synchronized void add(TicketKey key) {
        if (closed) key.close();
        else keys.add(key);
    }

    /** The youngest of those that seal; of two of the same age the one that every member of a fleet would take. */
    @Override
    public synchronized Optional<TicketKey> sealing(Instant now) {
        return keys.stream()
                .filter(key -> key.seals(now))
                .max(Comparator.comparing(TicketKey::sealsFrom).thenComparing(TicketKey::name, Arrays::compare))
                .map(TicketKey::copy);
    }

    @Override
    public synchronized Optional<TicketKey> of(byte[] ticket, Instant now) {
        return keys.stream()
                .filter(key -> key.isNamed(ticket, 0) && key.opens(now))
                .findFirst()
                .map(TicketKey::copy);
    }

    /**
     * Wipes what opens nothing any more.
     *
     * @param now the moment
     */
    public synchronized void retire(Instant now) {
        Predicate<TicketKey> retired = key -> !key.opens(now);
        keys.stream().filter(retired).forEach(TicketKey::close);
        keys.removeIf(retired);
    }

    /**
     * How many keys there are.
     *
     * @return retired ones too, until {@link #retire} is called
     */
    public synchronized int size() {
        return keys.size();
    }

    @Override
    public synchronized void close() {
        closed = true;
        keys.forEach(TicketKey::close);
        keys = new ArrayList<>();
    }
}
