/** The engine: bytes in, events and bytes out, for clients and servers of TLS 1.2 and 1.3. */
package dev.dovetail.tls.handshake;
