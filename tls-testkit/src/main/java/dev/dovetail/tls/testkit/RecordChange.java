package dev.dovetail.tls.testkit;

import dev.dovetail.tls.api.Role;
import java.util.List;

/** An attacker between two engines: sees each record, and decides what arrives in its place. */
@FunctionalInterface
public interface RecordChange {

    /**
     * Lets a record pass, changes it, drops it, or adds others.
     *
     * @param from who sent it
     * @param index which of that side's records, from 0
     * @param record header and fragment; a copy
     * @return what the peer gets, in this order; none to drop it
     */
    List<byte[]> change(Role from, int index, byte[] record);

    /**
     * Lets everything pass.
     *
     * @return the change that changes nothing
     */
    static RecordChange none() {
        return (from, index, record) -> List.of(record);
    }

    /**
     * Flips one bit of one record.
     *
     * @param side whose record
     * @param number which of that side's records, from 0
     * @param at the byte, from the end if negative
     * @return the change
     */
    static RecordChange flipBit(Role side, int number, int at) {
        return (from, index, record) -> {
            if (from == side && index == number) record[at < 0 ? record.length + at : at] ^= 1;
            return List.of(record);
        };
    }
}
