package dev.dovetail.tls.peers.soak;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;

/** The client's end of a connection: does what its {@link Life} says. */
final class Customer implements TlsLink.Owner {

    private static final Duration ANSWER_TO_GARBAGE = Duration.ofSeconds(3);
    private static final int UPDATE_ONCE_IN = 6;
    private static final int SOON_MILLIS = 30;

    private final Crowd crowd;
    private final Life life;
    private final Random random;
    private Optional<TlsLink> link = Optional.empty();
    private int exchanges;
    private long sent;
    private long back;
    private boolean established;
    private boolean inputEnded;
    private boolean disturbed;
    private boolean injected;
    private boolean failed;

    Customer(Crowd crowd, Life life) {
        this.crowd = crowd;
        this.life = life;
        this.random = life.random();
    }

    /** TCP is connected. */
    void start(TlsLink own) {
        link = Optional.of(own);
        if (disturbs(Moment.BEFORE_HELLO)) {
            disturb();
            return;
        }
        if (disturbs(Moment.SOON)) later(Duration.ofMillis(random.nextInt(SOON_MILLIS)), this::disturb);
        own.start();
    }

    @Override
    public void established() {
        established = true;
        crowd.census().establishes(life);
        crowd.shaken();
        next();
    }

    @Override
    public void received(ByteBuffer bytes) {
        crowd.census().echoed.add(bytes.remaining());
        if (back + bytes.remaining() > sent || !crowd.noise().matches(life.begin() + back, bytes)) {
            fail("what comes back is not what was sent");
            failed = true;
            own().drop();
            return;
        }
        back += bytes.remaining();
        if (disturbs(Moment.AMID_DATA) && back >= life.amid()) disturb();
        else if (back == sent) pause();
    }

    private void pause() {
        if (random.nextBoolean() || crowd.closing()) next();
        else later(Duration.ofMillis(random.nextInt(crowd.longestPause())), this::next);
    }

    private void next() {
        if (disturbs(Moment.AT_REST) && exchanges == life.sizes().size() / 2) disturb();
        else if (exchanges < life.sizes().size()) exchange(life.sizes().get(exchanges++));
        else finish();
    }

    private void exchange(int size) {
        if (life.tls13() && random.nextInt(UPDATE_ONCE_IN) == 0 && own().updateKeys()) {
            crowd.census().keyUpdates.increment();
        }
        say(size);
        boolean last = exchanges == life.sizes().size();
        if (last && life.ending() == Ending.CLIENT_HALF_CLOSES) own().closeOutput();
    }

    private void say(int size) {
        int left = size;
        while (left > 0) {
            ByteBuffer bytes = crowd.noise().from(life.begin() + sent, left);
            sent += bytes.remaining();
            left -= bytes.remaining();
            own().send(bytes);
        }
    }

    private void finish() {
        if (life.ending() == Ending.CLIENT_CLOSES) own().closeOutput();
        else if (life.ending().disturbance() && !life.ending().byServer()) disturb();
    }

    @Override
    public void inputEnded() {
        inputEnded = true;
        if (life.ending() == Ending.SERVER_HALF_CLOSES) say(Life.FAREWELL);
        own().closeOutput();
    }

    private boolean disturbs(Moment moment) {
        boolean client = life.ending().disturbance() && !life.ending().byServer();
        return client && !disturbed && life.moment() == moment;
    }

    private void disturb() {
        if (disturbed) return;
        disturbed = true;
        life.disturb();
        switch (life.ending()) {
            case CLIENT_DROPS -> own().drop();
            case CLIENT_RESETS -> own().reset();
            case GARBAGE -> litter();
            default -> throw new IllegalStateException(life + " is not disturbed by the client");
        }
    }

    private void litter() {
        own().inject(Garbage.any(random));
        injected = true;
        // What looks like the beginning of a long record is not answered.
        later(ANSWER_TO_GARBAGE, () -> {
            injected = false;
            own().drop();
        });
    }

    @Override
    public void failed(Exception reason) {
        failed = true;
        crowd.census().error(life, true, reason);
    }

    @Override
    public void closed() {
        if (injected) crowd.census().garbageAnswered.increment();
        if (!failed && !life.disturbed()) check();
        if (!established) crowd.shaken();
        crowd.census().ended.increment();
        crowd.gone();
    }

    private void check() {
        long wanted = life.total() + (life.ending() == Ending.SERVER_HALF_CLOSES ? Life.FAREWELL : 0);
        if (!inputEnded) fail("ends, and the server has not closed");
        if (sent != wanted) fail("ends when " + sent + " of " + wanted + " bytes are sent");
        if (back != life.total()) fail("ends when " + back + " of " + life.total() + " bytes are back");
    }

    private void fail(String what) {
        crowd.census().failure("client of " + life + ": " + what);
    }

    private void later(Duration delay, Runnable task) {
        crowd.loop().after(delay, () -> {
            if (own().isClosed()) return;
            task.run();
            own().advance();
        });
    }

    private TlsLink own() {
        return link.orElseThrow();
    }
}
