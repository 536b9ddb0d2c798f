package dev.dovetail.tls.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.tls.sessions.ScriptedStore.Mood;
import dev.dovetail.tls.sessions.StoreEvent.Cause;
import dev.dovetail.tls.sessions.StoreEvent.Recovered;
import dev.dovetail.tls.sessions.StoreEvent.Unreachable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GuardedSessionStoreTest {

    private static final byte[] ID = {1};
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final ScriptedStore store = new ScriptedStore();
    private final HandTicker ticker = new HandTicker();
    private final List<StoreEvent> events = new CopyOnWriteArrayList<>();
    private final GuardedSessionStore guarded = GuardedSessionStore.of(store)
            .patience(Duration.ofMillis(20))
            .failures(3)
            .pause(PAUSE)
            .ticker(ticker)
            .listener(events::add)
            .build();

    @Test
    void passesAnswersOn() {
        assertThat(Answers.of(guarded.put(ID, ID, HOUR))).isTrue();
        assertThat(Answers.of(guarded.find(ID))).contains(new byte[] {7});
        assertThat(Answers.of(guarded.take(ID))).contains(new byte[] {7});
        assertThat(guarded.remove(ID).toCompletableFuture()).isCompleted();
        assertThat(Answers.of(guarded.claim(ID, HOUR))).isTrue();
        assertThat(guarded.figures()).isEqualTo(new StoreFigures(5, 5, 0, 0, 0, 1, 1, 1, 1, 1));
        assertThat(events).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ANSWERS")
    void knowsNothingWhereTheStoreDoesNotAnswer(Mood mood) {
        store.mood = mood;
        GuardedSessionStore patient = GuardedSessionStore.of(store)
                .patience(Duration.ofMillis(20))
                .failures(100)
                .build();
        assertThat(Answers.of(patient.put(ID, ID, HOUR))).isFalse();
        assertThat(Answers.of(patient.find(ID))).isEmpty();
        assertThat(Answers.of(patient.take(ID))).isEmpty();
        assertThat(Answers.of(patient.claim(ID, HOUR))).isFalse();
        StoreFigures figures = patient.figures();
        assertThat(figures.timedOut()).isEqualTo(mood == Mood.SILENT ? 4 : 0);
        assertThat(figures.failed()).isEqualTo(mood == Mood.SILENT ? 0 : 4);
        assertThat(figures.answered()).isZero();
        if (mood != Mood.ANSWERS_NULL) {
            assertThat(patient.remove(ID).toCompletableFuture()).succeedsWithin(Duration.ofSeconds(10));
        }
    }

    @Test
    void waitsForAnAnswerThatIsUnderWay() {
        GuardedSessionStore patient =
                GuardedSessionStore.of(store).patience(Duration.ofSeconds(60)).build();
        store.found = new CompletableFuture<>();
        CompletionStage<Optional<byte[]>> answer = patient.find(ID);
        assertThat(answer.toCompletableFuture()).isNotDone();
        store.found.complete(Optional.of(new byte[] {9}));
        assertThat(Answers.of(answer)).contains(new byte[] {9});
    }

    @Test
    void anAnswerThatComesTooLateChangesNothing() {
        store.found = new CompletableFuture<>();
        assertThat(Answers.of(guarded.find(ID))).isEmpty();
        assertThat(store.found).isNotDone();
        store.found.complete(Optional.of(new byte[] {9}));
        assertThat(guarded.figures().timedOut()).isOne();
        assertThat(guarded.figures().answered()).isZero();
    }

    @Test
    void asksNoMoreAfterSeveralFailuresInARow() {
        store.mood = Mood.FAILS;
        for (int i = 0; i < 10; i++) assertThat(Answers.of(guarded.find(ID))).isEmpty();
        assertThat(store.calls).hasValue(3);
        assertThat(guarded.isReachable()).isFalse();
        assertThat(guarded.figures().refusedWhileOpen()).isEqualTo(7);
        assertThat(events).containsExactly(new Unreachable(Cause.FAILED, "IllegalStateException: out of order"));
    }

    @Test
    void anAnswerBetweenFailuresBeginsTheCountAnew() {
        for (int i = 0; i < 10; i++) {
            store.mood = i % 3 == 2 ? Mood.ANSWERS : Mood.THROWS;
            Answers.of(guarded.find(ID));
        }
        assertThat(events).isEmpty();
        assertThat(guarded.isReachable()).isTrue();
    }

    @Test
    void sendsOneCallAheadAfterThePause() {
        outOfReach();
        ticker.passes(PAUSE.minusNanos(1));
        Answers.of(guarded.find(ID));
        assertThat(store.calls).hasValue(3);
        ticker.passes(Duration.ofNanos(1));
        store.mood = Mood.ANSWERS;
        store.found = new CompletableFuture<>();
        CompletionStage<Optional<byte[]>> probe = guarded.find(ID);
        assertThat(Answers.of(guarded.claim(ID, HOUR))).isFalse();
        assertThat(store.calls).hasValue(4);
        store.found.complete(Optional.empty());
        assertThat(Answers.of(probe)).isEmpty();
        assertThat(Answers.of(guarded.claim(ID, HOUR))).isTrue();
        assertThat(events).hasSize(2).endsWith(new Recovered(PAUSE));
    }

    @Test
    void pausesAgainWhereTheProbeFails() {
        outOfReach();
        for (int i = 0; i < 5; i++) {
            ticker.passes(PAUSE);
            Answers.of(guarded.find(ID));
            Answers.of(guarded.find(ID));
        }
        assertThat(store.calls).hasValue(3 + 5);
        assertThat(events).hasSize(1);
        store.mood = Mood.ANSWERS;
        ticker.passes(PAUSE);
        assertThat(Answers.of(guarded.find(ID))).isPresent();
        assertThat(events).hasSize(2).endsWith(new Recovered(PAUSE.multipliedBy(6)));
        assertThat(guarded.isReachable()).isTrue();
    }

    @Test
    void whatWasAskedBeforeDoesNotEndAnOutage() {
        store.found = new CompletableFuture<>();
        GuardedSessionStore patient = GuardedSessionStore.of(store)
                .patience(Duration.ofSeconds(60))
                .failures(1)
                .listener(events::add)
                .build();
        CompletionStage<Optional<byte[]>> before = patient.find(ID);
        store.mood = Mood.FAILS;
        Answers.of(patient.claim(ID, HOUR));
        store.found.complete(Optional.of(ID));
        assertThat(Answers.of(before)).contains(ID);
        assertThat(patient.isReachable()).isFalse();
    }

    @Test
    void saysThatItTimedOut() {
        store.mood = Mood.SILENT;
        for (int i = 0; i < 3; i++) Answers.of(guarded.take(ID));
        assertThat(events).containsExactly(new Unreachable(Cause.TIMED_OUT, "no answer within 20 ms"));
    }

    @Test
    void aListenerThatFailsFailsNothing() {
        store.mood = Mood.FAILS;
        GuardedSessionStore told = GuardedSessionStore.of(store)
                .failures(1)
                .listener(event -> {
                    throw new IllegalStateException();
                })
                .build();
        assertThat(Answers.of(told.find(ID))).isEmpty();
    }

    @Test
    void closesTheStoreAndAsksItNoMore() {
        guarded.close();
        assertThat(store.closed).isTrue();
        assertThat(Answers.of(guarded.put(ID, ID, HOUR))).isFalse();
        assertThat(store.calls).hasValue(0);
    }

    @Test
    void refusesBoundsThatAreNone() {
        assertThatThrownBy(() -> GuardedSessionStore.of(store).patience(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GuardedSessionStore.of(store).failures(0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GuardedSessionStore.of(store).pause(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void outOfReach() {
        store.mood = Mood.FAILS;
        for (int i = 0; i < 3; i++) Answers.of(guarded.find(ID));
        assertThat(guarded.isReachable()).isFalse();
    }
}
