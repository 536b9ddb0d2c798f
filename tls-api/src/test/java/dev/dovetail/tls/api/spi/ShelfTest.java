package dev.dovetail.tls.api.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ShelfTest {

    private final Shelf<Object> shelf = new Shelf<>();

    @Test
    void anEmptyShelfHasNothing() {
        assertThat(shelf.take()).isNull();
    }

    @Test
    void givesAnObjectToOneTakerOnly() {
        Object idle = new Object();
        shelf.put(idle);

        assertThat(shelf.take()).isSameAs(idle);
        assertThat(shelf.take()).isNull();
    }

    @Test
    void keepsAFewAndDropsTheRest() {
        for (int i = 0; i < 100; i++) shelf.put(new Object());

        int kept = 0;
        while (shelf.take() != null) kept++;
        assertThat(kept).isEqualTo(8);
    }

    @Test
    void noTwoThreadsEverHoldTheSameObject() throws Exception {
        Set<Object> held = Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
        for (int i = 0; i < 3; i++) shelf.put(new Object());
        Callable<Boolean> worker = () -> {
            boolean alone = true;
            for (int i = 0; i < 20_000; i++) {
                Object taken = shelf.take();
                if (taken == null) continue;
                alone &= held.add(taken);
                held.remove(taken);
                shelf.put(taken);
            }
            return alone;
        };
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<Boolean> result : threads.invokeAll(Collections.nCopies(4, worker))) {
                assertThat(result.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
