package dev.dovetail.tls.interop;

import static org.assertj.core.api.Assertions.assertThat;

import javax.net.ssl.SSLSession;

/**
 * One connection of several between us and a stack behind {@code SSLEngine}.
 *
 * @param ours what we say of it
 * @param theirs what the other stack says of it
 */
record EngineVisit(Visit ours, SSLSession theirs) {

    /** A whole connection. */
    static EngineVisit of(DovetailEnd ours, JsseEnd theirs) {
        Pair<JsseEnd> pair = new Pair<>(ours, theirs).handshake().talk(1000);
        EngineVisit visit = new EngineVisit(
                new Visit(ours.info(), ours.witness()), pair.peer().session());
        pair.close();
        return visit;
    }

    /** Checks that everybody proved who it is. */
    EngineVisit full() {
        ours.full();
        return this;
    }

    /** Checks that another one's session goes on: at both ends it is as old as it was. */
    EngineVisit resumes(EngineVisit first) {
        ours.resumes(first.ours);
        assertThat(theirs.getCreationTime()).isEqualTo(first.theirs.getCreationTime());
        assertThat(theirs.getCipherSuite()).isEqualTo(first.theirs.getCipherSuite());
        return this;
    }
}
