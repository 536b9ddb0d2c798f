package dev.dovetail.tls.jsse.session;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * What all connections of one session have in common on this side. For many threads.
 *
 * @param name of the session; not to be changed
 * @param established when the peers showed who they are
 * @param ownChain what we showed then; empty also if that is not known any more
 * @param values of the application
 */
record KeptSession(byte[] name, Instant established, List<X509Certificate> ownChain, SessionValues values) {}
