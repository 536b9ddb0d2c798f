/** A server of TLS 1.3, from ClientHello to the standing connection (RFC 8446 A.2). */
package dev.dovetail.tls.handshake.server13;
