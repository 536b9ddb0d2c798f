/** A client of TLS 1.3, from ServerHello to the standing connection (RFC 8446 A.1). */
package dev.dovetail.tls.handshake.client13;
