package dev.dovetail.tls.peers.soak;

import dev.dovetail.tls.peers.Contender;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What is to happen on one connection, all of it from a seed and the connection's number, and whether the test has
 * disturbed it yet. Known to both ends.
 */
final class Life {

    /** What the client says after the server has ended its direction. */
    static final int FAREWELL = 20_000;

    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final int MOST_EXCHANGES = 8;
    private static final double LARGEST = Math.log(256 << 10);

    private final long number;
    private final String version;
    private final Contender client;
    private final boolean remembered;
    private final List<Integer> sizes = new ArrayList<>();
    private final Ending ending;
    private final Moment moment;
    private final long amid;
    private final Random random;
    private volatile boolean disturbed;

    Life(long seed, long number, List<Contender> clients) {
        this.number = number;
        this.random = new Random(seed + number * SPREAD);
        this.version = random.nextInt(3) == 0 ? "TLSv1.2" : "TLSv1.3";
        this.client = clients.get(random.nextInt(clients.size()));
        this.remembered = random.nextBoolean();
        int exchanges = 1 + random.nextInt(MOST_EXCHANGES);
        // As many below 512 bytes as above.
        for (int i = 0; i < exchanges; i++) sizes.add((int) Math.exp(random.nextDouble() * LARGEST));
        Ending any = Ending.any(random);
        this.ending = tls13() ? any : any.whole();
        this.moment = Moment.any(random);
        this.amid = (long) (total() * random.nextDouble());
    }

    String version() {
        return version;
    }

    boolean tls13() {
        return version.equals("TLSv1.3");
    }

    /** Whose engine the client's is. */
    Contender client() {
        return client;
    }

    /** Whether the client may resume a session. */
    boolean remembered() {
        return remembered;
    }

    /** How much is sent before all of it has to be back, again and again. */
    List<Integer> sizes() {
        return sizes;
    }

    /** How much is sent, without a farewell. */
    long total() {
        return sizes.stream().mapToLong(Integer::longValue).sum();
    }

    Ending ending() {
        return ending;
    }

    /** When the client disturbs, if it does. */
    Moment moment() {
        return moment;
    }

    /** How much is back when whoever disturbs amid data does so. */
    long amid() {
        return amid;
    }

    /** Where in the noise its data begins. */
    long begin() {
        return number * 7919;
    }

    /** The client's choices from here on; for its thread only. */
    Random random() {
        return random;
    }

    /** To be called before anything is done that leads to errors at the other end, or at this. */
    void disturb() {
        disturbed = true;
    }

    /** Whether an error is no wonder. */
    boolean disturbed() {
        return disturbed;
    }

    long number() {
        return number;
    }

    @Override
    public String toString() {
        return "connection " + number + ", " + version + ", client " + client + ", " + ending
                + (ending.disturbance() ? " " + moment : "") + ", " + sizes;
    }
}
