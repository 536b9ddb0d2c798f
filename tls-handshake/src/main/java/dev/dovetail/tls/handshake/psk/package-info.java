/** Keys that both sides have already: what an application gives, and what TLS 1.3 makes of it (RFC 8446 4.2.11). */
package dev.dovetail.tls.handshake.psk;
