/** The client of TLS 1.2, from the ServerHello to its own Finished (RFC 5246 7.3). */
package dev.dovetail.tls.handshake.client12;
