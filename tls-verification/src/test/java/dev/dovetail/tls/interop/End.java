package dev.dovetail.tls.interop;

import java.util.Optional;

/** One end of a connection in memory, of whichever stack. */
interface End {

    /** Takes bytes of the peer, behind those that are not used up yet, and goes on as far as it can. */
    void take(byte[] bytes);

    /** All that this end has to say now. */
    byte[] flight();

    /** Seals application data for the next flight. */
    void write(byte[] data);

    /** All application data that has arrived. */
    byte[] received();

    /** Whether the handshake is done and nothing has failed. */
    boolean connected();

    /** What ended the connection at this end, if anything did. */
    Optional<? extends Exception> failure();

    /** Ends this end's side with close_notify. */
    void closeWrite();

    /** Whether the peer's close_notify has come. */
    boolean readClosed();
}
