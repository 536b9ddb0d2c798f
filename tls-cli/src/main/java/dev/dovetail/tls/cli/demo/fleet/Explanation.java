package dev.dovetail.tls.cli.demo.fleet;

/** What the table means, in plain words. */
final class Explanation {

    private static final String COMMON = """
            resumed: a session of an earlier connection went on, so the server signed nothing and sent no certificate.
            elsewhere: of these, those whose ticket another server had given: both have the ticket keys, so either
            opens what the other sealed. nobody there: attempts at the port of the server that was killed; the client
            took the other one, with the same sessions. TLS 1.3 agrees on fresh keys when it resumes, so what was
            recorded stays secret even if a ticket key is stolen later; TLS 1.2 does not, which is why it is quicker.""";

    private static final String REDIS = """
            early data: how much of what went with the first flight was taken. Redis says whether somebody took it
            before; where nobody can tell, it is refused and goes again behind the handshake, so nothing is lost.
            Ticket keys are in the memory of each server, so sessions are resumed without Redis too.
            Here claims begin at once (claimAtOnce): by default a Redis that has lost its memory has all early data
            refused for as long as somebody could send it again, which is longer than this takes.""";

    private static final String NO_KILLING = "\nThis Redis is not the demonstration's own, so it is not killed.";

    private static final String FILE = """
            early data: none is taken, because nobody would know whether another server took it before. With Redis
            there is (install redis-server, or name one by --redis).""";

    private Explanation() {}

    static String of(Sharing sharing) {
        if (!sharing.takesEarlyData()) return COMMON + "\n" + FILE;
        return COMMON + "\n" + REDIS + (sharing.process().isPresent() ? "" : NO_KILLING);
    }
}
