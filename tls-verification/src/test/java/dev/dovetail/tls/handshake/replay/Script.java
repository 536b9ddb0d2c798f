package dev.dovetail.tls.handshake.replay;

/** Where a connection of ours does something else than itself, because the recorded peer did. */
interface Script {

    /**
     * A handshake message that is about to leave.
     *
     * @param type its number
     * @param own its body
     * @return the body that leaves, and goes into the transcript
     */
    default byte[] body(int type, byte[] own) {
        return own;
    }

    /**
     * The outcome of a slow step.
     *
     * @param step its name
     * @param own what it brought
     * @return what the connection goes on with
     */
    default Object outcome(String step, Object own) {
        return own;
    }
}
