/** A server until the version is known: the ClientHello, and what both versions need of it. */
package dev.dovetail.tls.handshake.server;
