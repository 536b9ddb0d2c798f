package dev.dovetail.tls.handshake.session;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * How a server lets clients resume: by tickets that it seals and forgets, by sessions in a store, or both. Immutable, but
 * keys and store live; to be shared by all configurations and connections of a server. {@link #none()} turns it off.
 *
 * <p>A session is resumed for the host alone for which it was made, and only by a configuration of the same scope.
 */
public final class ServerSessions {

    // Choice: as long as a browser's tab is likely to stay; OpenSSL has 2 hours, SunJSSE 24.
    private static final Duration LIFETIME = Duration.ofHours(8);
    // RFC 8446 8.3: the network's and the clocks' errors.
    private static final Duration FRESHNESS = Duration.ofSeconds(10);
    private static final int MOST_TICKETS = 16;

    private final Optional<TicketKeys> keys;
    private final Optional<SessionStore> store;
    private final boolean singleUse;
    private final int tickets;
    private final Duration lifetime;
    private final String scope;
    private final int mostEarlyData;
    private final Duration freshness;
    private final InstantSource clock;

    private ServerSessions(Builder builder) {
        this.keys = builder.keys;
        this.store = builder.store;
        this.singleUse = builder.singleUse;
        this.tickets = builder.tickets;
        this.lifetime = builder.lifetime;
        this.scope = builder.scope;
        this.mostEarlyData = builder.mostEarlyData;
        this.freshness = builder.freshness;
        this.clock = builder.clock;
    }

    /**
     * Tickets under keys of this process, a new one each hour: what a server has that says nothing else.
     *
     * @return the sessions
     */
    public static ServerSessions inMemory() {
        return with(RotatingTicketKeys.hourly(LIFETIME)).build();
    }

    /**
     * Every handshake is a full one.
     *
     * @return without keys
     */
    public static ServerSessions none() {
        return new ServerSessions(new Builder(Optional.empty()));
    }

    /**
     * Sessions sealed under these keys.
     *
     * @param keys shared with other members, perhaps; the caller closes them when the last server is gone
     * @return to be completed
     */
    public static Builder with(TicketKeys keys) {
        return new Builder(Optional.of(keys));
    }

    /**
     * The keys.
     *
     * @return empty if nothing is resumed
     */
    public Optional<TicketKeys> keys() {
        return keys;
    }

    /**
     * Where sessions are kept.
     *
     * @return empty if clients keep all of them
     */
    public Optional<SessionStore> store() {
        return store;
    }

    /**
     * Whether a ticket of TLS 1.3 names a session in the store, which is taken out at its first use.
     *
     * @return false if the ticket is the session
     */
    public boolean singleUse() {
        return singleUse;
    }

    /**
     * How many tickets a client of TLS 1.3 gets.
     *
     * @return 0 to 16
     */
    public int tickets() {
        return tickets;
    }

    /**
     * How long a session may be resumed.
     *
     * @return up to seven days
     */
    public Duration lifetime() {
        return lifetime;
    }

    /**
     * What configurations have in common that resume each other's sessions.
     *
     * @return UTF-8, a copy
     */
    public byte[] scope() {
        return scope.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * How much early data a client may send.
     *
     * @return bytes of content; 0: none
     */
    public int mostEarlyData() {
        return mostEarlyData;
    }

    /**
     * How far the age of a ticket may be from what we expect, for early data.
     *
     * @return either way
     */
    public Duration freshness() {
        return freshness;
    }

    /**
     * The time as these sessions see it.
     *
     * @return now
     */
    public Instant now() {
        return clock.instant();
    }

    /** Settings of a server's sessions. */
    public static final class Builder {

        private final Optional<TicketKeys> keys;
        private Optional<SessionStore> store = Optional.empty();
        private boolean singleUse;
        private int tickets = 2;
        private Duration lifetime = LIFETIME;
        private String scope = "";
        private int mostEarlyData;
        private Duration freshness = FRESHNESS;
        private InstantSource clock = InstantSource.system();

        private Builder(Optional<TicketKeys> keys) {
            this.keys = keys;
        }

        /**
         * Keeps sessions of TLS 1.2 for clients that take no tickets, and remembers early data so that it is not taken twice.
         *
         * @param place where; the caller closes it
         * @return this
         */
        public Builder store(SessionStore place) {
            store = Optional.of(place);
            return this;
        }

        /**
         * Gives clients of TLS 1.3 names of sessions instead of the sessions, and takes each name once (RFC 8446 8.1). Needs
         * a {@link #store}.
         *
         * @return this
         */
        public Builder singleUse() {
            singleUse = true;
            return this;
        }

        /**
         * How many tickets a client of TLS 1.3 gets; 2 unless said otherwise: a client uses each once, and may open several
         * connections at a time.
         *
         * @param count 0 to 16
         * @return this
         */
        public Builder tickets(int count) {
            if (count < 0 || count > MOST_TICKETS) {
                throw new IllegalArgumentException("0 to 16 tickets for a connection, not " + count);
            }
            tickets = count;
            return this;
        }

        /**
         * How long a session may be resumed; 8 hours unless said otherwise. The keys have to open as long.
         *
         * @param time a second to seven days
         * @return this
         */
        public Builder lifetime(Duration time) {
            if (time.toSeconds() < 1 || time.compareTo(Session.LONGEST) > 0) {
                throw new IllegalArgumentException("a session lives a second to seven days, not " + time);
            }
            lifetime = time;
            return this;
        }

        /**
         * Parts configurations that share keys: a session is resumed in its own scope alone. Whether and
         * how the server asks for certificates parts them in any case; a client's certificates that another verifier accepted
         * are judged again. Servers of different hosts with different certificates need different scopes.
         *
         * @param name any text
         * @return this
         */
        public Builder scope(String name) {
            scope = name;
            return this;
        }

        /**
         * Takes early data (RFC 8446 2.3): who records it can send it again, to this server or to another one, and it is on
         * the {@link #store} alone to see to it that it is taken once. It has no forward secrecy. The application reads it by
         * a method of its own, and has to know that doing what it says twice does no harm.
         *
         * @param most bytes of content, 1 to 2^24
         * @return this
         */
        public Builder earlyData(int most) {
            if (most < 1 || most > 1 << 24) {
                throw new IllegalArgumentException("early data has 1 to 2^24 bytes, not " + most);
            }
            mostEarlyData = most;
            return this;
        }

        /**
         * How far the age of a ticket, as the client tells it, may be from what the server expects if early data is to be
         * taken; 10 seconds unless said otherwise. What was taken is remembered for twice as long and a
         * minute (RFC 8446 8.3).
         *
         * @param window either way
         * @return this
         */
        public Builder freshness(Duration window) {
            if (window.isNegative() || window.compareTo(Duration.ofHours(1)) > 0) {
                throw new IllegalArgumentException("early data is fresh for up to an hour, not " + window);
            }
            freshness = window;
            return this;
        }

        /**
         * Another clock.
         *
         * @param source tells the time
         * @return this
         */
        public Builder clock(InstantSource source) {
            clock = source;
            return this;
        }

        /**
         * The settings.
         *
         * @return immutable
         * @throws IllegalArgumentException if single use or early data is wanted without a store
         */
        public ServerSessions build() {
            if (store.isEmpty() && (singleUse || mostEarlyData > 0)) {
                throw new IllegalArgumentException(
                        "single use and early data need a store that remembers what was taken (ServerSessions.Builder.store)");
            }
            return new ServerSessions(this);
        }
    }
}
