package dev.dovetail.tls.jsse.engine;

import dev.dovetail.tls.api.Role;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Everything at once, by chance: cuts, sizes, kinds of buffers, courses, keys that change, ends. A seed makes it
 * again.
 */
class RandomPlanTest {

    private static final int RUNS = Sweep.full() ? 3_000 : 80;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void chanceFindsNoWayToLoseAByte(long stream) {
        for (int run = 0; run < RUNS; run++) {
            long seed = 1_000_000 * stream + run;
            try {
                talk(new Random(seed));
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    private static void talk(Random random) {
        Course course = Course.values()[random.nextInt(Course.values().length)];
        Conversation talk = course.begin(plan(random));
        byte[][] up = messages(random);
        byte[][] down = messages(random);
        if (random.nextBoolean()) talk.queue(Role.CLIENT, up).handshake();
        else talk.handshake().queue(Role.CLIENT, up);
        talk.queue(Role.SERVER, down).steps(random.nextInt(20));
        if (course.tls13() && random.nextBoolean()) {
            talk.updatesKeys(Role.values()[random.nextInt(2)]).steps(random.nextInt(5));
        }
        talk.pump().received(Role.SERVER, up).received(Role.CLIENT, down);
        Role first = Role.values()[random.nextInt(2)];
        talk.closes(first).steps(random.nextInt(3)).closes(first.peer()).pump().over();
    }

    private static Plan plan(Random random) {
        List<Memory> kinds = Memory.kinds().toList();
        long cuts = random.nextLong();
        return new Plan(
                cut(cuts, 1 + random.nextInt(3_000)),
                kinds.get(random.nextInt(kinds.size())),
                Plan.Tasks.values()[random.nextInt(3)],
                size(random),
                size(random),
                size(random),
                Math.max(20, size(random)));
    }

    private static Cut cut(long seed, int bound) {
        Random random = new Random(seed);
        return new Cut() {
            @Override
            public int next(Role from, Wire wire) {
                return 1 + random.nextInt(bound);
            }

            @Override
            public String toString() {
                return "up to " + bound + " bytes each";
            }
        };
    }

    private static int size(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(71);
            case 1 -> (1 << 14) - 4 + random.nextInt(40);
            case 2 -> random.nextInt(1 << 14);
            default -> Plan.AMPLE;
        };
    }

    private static byte[][] messages(Random random) {
        byte[][] messages = new byte[random.nextInt(6)][];
        for (int i = 0; i < messages.length; i++) {
            messages[i] = Data.of(random.nextInt(4) == 0 ? random.nextInt(40_000) : random.nextInt(300));
        }
        return messages;
    }
}
