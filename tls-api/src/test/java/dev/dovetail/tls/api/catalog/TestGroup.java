package dev.dovetail.tls.api.catalog;

import dev.dovetail.tls.api.ProtocolVersion;
import dev.dovetail.tls.api.Secret;
import dev.dovetail.tls.api.Trait;
import dev.dovetail.tls.api.spi.Availability;
import dev.dovetail.tls.api.spi.IllegalShareException;
import dev.dovetail.tls.api.spi.NamedGroup;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A group without any secrecy, whose shares and secrets show where they come from: an initiator's share is its length in
 * copies of the mark, the responder's one byte longer, the secret two bytes of it. A share that begins with 0 is refused.
 *
 * @param opened the initiators that were made and not closed
 * @param asked how often it was asked whether it works
 */
record TestGroup(
        int code,
        String name,
        String implementation,
        int priority,
        Kind kind,
        int length,
        byte mark,
        List<Object> opened,
        AtomicInteger asked)
        implements NamedGroup {

    TestGroup(int code, String name, Kind kind, int length, int mark) {
        this(code, name, "Test", 0, kind, length, (byte) mark, new ArrayList<>(), new AtomicInteger());
    }

    TestGroup by(String other, int otherPriority) {
        return new TestGroup(code, name, other, otherPriority, kind, length, mark, opened, asked);
    }

    @Override
    public Availability availability() {
        asked.incrementAndGet();
        return Availability.available();
    }

    @Override
    public Set<ProtocolVersion> versions() {
        return Set.of(ProtocolVersion.TLS_1_3);
    }

    @Override
    public Set<Trait> traits() {
        return Set.of(Trait.RECOMMENDED);
    }

    @Override
    public int initiatorShareLength() {
        return length;
    }

    @Override
    public int responderShareLength() {
        return length + 1;
    }

    @Override
    public Initiator generate(SecureRandom random) {
        Initiator initiator = new Initiator() {
            @Override
            public byte[] share() {
                return marks(length);
            }

            @Override
            public Secret decapsulate(byte[] share) throws IllegalShareException {
                if (share[0] == 0) throw new IllegalShareException(name + " refuses");
                return Secret.of(marks(2));
            }

            @Override
            public void close() {
                opened.remove(this);
            }
        };
        opened.add(initiator);
        return initiator;
    }

    @Override
    public Encapsulated encapsulate(byte[] share, SecureRandom random) throws IllegalShareException {
        if (share[0] == 0) throw new IllegalShareException(name + " refuses");
        return new Encapsulated(marks(length + 1), Secret.of(marks(2)));
    }

    private byte[] marks(int count) {
        byte[] marks = new byte[count];
        java.util.Arrays.fill(marks, mark);
        return marks;
    }
}
