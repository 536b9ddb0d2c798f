package dev.dovetail.tls.handshake;

import dev.dovetail.tls.api.Role;
import java.util.List;
import java.util.function.UnaryOperator;

/** What an {@link Interposer} does with each handshake message. */
@FunctionalInterface
interface MessageChange {

    /** Content of one record. */
    record Piece(int contentType, byte[] content) {

        static Piece handshake(byte[]... messages) {
            return new Piece(22, Messages.join(messages));
        }
    }

    /** The records that arrive instead of the message; {@code index} counts the sender's messages from 0. */
    List<Piece> change(Role from, int index, byte[] message);

    static MessageChange none() {
        return (from, index, message) -> List.of(Piece.handshake(message));
    }

    /** Changes one message of a side, by its place among the side's messages. */
    static MessageChange at(Role side, int place, UnaryOperator<byte[]> edit) {
        return (from, index, message) ->
                List.of(Piece.handshake(from == side && index == place ? edit.apply(message) : message));
    }

    /** Changes the first message of a type that a side sends. */
    static MessageChange of(Role side, int type, UnaryOperator<byte[]> edit) {
        boolean[] done = new boolean[1];
        return (from, index, message) -> {
            boolean now = from == side && !done[0] && Messages.type(message) == type;
            if (now) done[0] = true;
            return List.of(Piece.handshake(now ? edit.apply(message) : message));
        };
    }

    /** Puts other records in the place of the first message of a type. */
    static MessageChange instead(Role side, int type, Piece... pieces) {
        boolean[] done = new boolean[1];
        return (from, index, message) -> {
            if (from != side || done[0] || Messages.type(message) != type) {
                return List.of(Piece.handshake(message));
            }
            done[0] = true;
            return List.of(pieces);
        };
    }
}
