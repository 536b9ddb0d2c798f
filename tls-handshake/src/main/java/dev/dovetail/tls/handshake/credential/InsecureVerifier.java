package dev.dovetail.tls.handshake.credential;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Believes everybody; an enum only so that logs show a name which says so. */
enum InsecureVerifier implements PeerVerifier {
    /** The one verifier that looks at nothing. */
    ACCEPTING_ANYONE;

    @Override
    public CompletionStage<Verdict> verify(PeerCertificates peer) {
        return CompletableFuture.completedFuture(Verdict.accepted());
    }

    @Override
    public String toString() {
        return "insecure: accepts anyone";
    }
}
