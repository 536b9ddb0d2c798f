package dev.dovetail.tls.jsse.engine;

import static dev.dovetail.tls.jsse.engine.Contract.require;

import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;

/** What records have to do with calls: one for one, whole or not at all. */
final class Records {

    /** RFC 8446 5.1: type, version, length. */
    static final int HEADER = 5;

    private Records() {}

    static int length(byte[] bytes, int at) {
        return HEADER + ((bytes[at + 3] & 0xff) << 8) + (bytes[at + 4] & 0xff);
    }

    /** The lengths of the records that these bytes are. */
    static List<Integer> lengths(byte[] bytes) {
        List<Integer> lengths = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += length(bytes, at)) lengths.add(length(bytes, at));
        return lengths;
    }

    static void requireOne(byte[] wrapped) {
        require(
                wrapped.length >= HEADER && length(wrapped, 0) == wrapped.length,
                "wrap made more than one record: "
                        + (wrapped.length >= HEADER ? lengths(wrapped) : wrapped.length + " bytes"));
    }

    /** An unwrap that could take a record takes it, and only it; the same for what it says if it could not. */
    static void check(Call call, Wire.Sent record, SSLEngineResult result, boolean strict) {
        if (record == null || !record.known()) return;
        boolean whole = call.offered() >= record.length();
        boolean fits = call.room() >= record.content();
        if (result.getStatus() == Status.BUFFER_UNDERFLOW) require(!whole, "underflow with a whole record");
        if (result.getStatus() == Status.BUFFER_OVERFLOW && strict) {
            require(whole, "overflow for a record that is not all there");
            require(!fits, "overflow with room for " + record.content() + " bytes");
        }
        if (result.getStatus() == Status.CLOSED && result.bytesConsumed() == 0) return;
        if (result.bytesConsumed() > 0) {
            require(result.bytesConsumed() == record.length(), "consumed other than one record of " + record.length());
            require(result.bytesProduced() == record.content(), "lost or made up data of " + record.content());
        } else if (result.getStatus() == Status.OK) {
            HandshakeStatus told = result.getHandshakeStatus();
            require(
                    told == HandshakeStatus.NEED_TASK || told == HandshakeStatus.NEED_WRAP || !whole,
                    "left a whole record alone");
        }
    }
}
