package dev.dovetail.tls.record;

import static dev.dovetail.tls.api.Fault.EMPTY_RECORD_FLOOD;
import static dev.dovetail.tls.api.Fault.POST_HANDSHAKE_FLOOD;
import static dev.dovetail.tls.api.Fault.WARNING_FLOOD;

import dev.dovetail.tls.api.Fault;
import org.junit.jupiter.api.Test;

class FloodGuardTest {

    private final FloodGuard guard = new FloodGuard();

    @Test
    void endsARunOfEmptyRecords() {
        endsAfter(32, EMPTY_RECORD_FLOOD, () -> guard.record(ContentType.APPLICATION_DATA, 0));
    }

    @Test
    void endsARunOfChangeCipherSpecs() {
        endsAfter(32, EMPTY_RECORD_FLOOD, () -> guard.record(ContentType.CHANGE_CIPHER_SPEC, 1));
    }

    @Test
    void endsARunOfWarnings() {
        endsAfter(4, WARNING_FLOOD, guard::warningAlert);
    }

    @Test
    void endsARunOfKeyUpdates() {
        endsAfter(32, POST_HANDSHAKE_FLOOD, guard::keyUpdate);
    }

    @Test
    void countsAnewAfterApplicationData() {
        for (int i = 0; i < 100; i++) {
            guard.record(ContentType.APPLICATION_DATA, 0);
            guard.warningAlert();
            guard.keyUpdate();
            guard.record(ContentType.APPLICATION_DATA, 1);
        }
    }

    @Test
    void doesNotTakeHandshakeRecordsForProgress() {
        endsAfter(32, POST_HANDSHAKE_FLOOD, () -> {
            guard.record(ContentType.HANDSHAKE, 5);
            guard.keyUpdate();
        });
    }

    private static void endsAfter(int allowed, Fault fault, Runnable action) {
        for (int i = 0; i < allowed; i++) action.run();
        Wire.refused(fault, action::run);
    }
}
