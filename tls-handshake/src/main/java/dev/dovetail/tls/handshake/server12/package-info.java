/** The server of TLS 1.2, from the ClientHello to the client's proof (RFC 5246 7.3). */
package dev.dovetail.tls.handshake.server12;
