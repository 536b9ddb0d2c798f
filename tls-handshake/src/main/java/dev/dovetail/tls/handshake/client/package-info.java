/** A client until the version is known: ClientHello, HelloRetryRequest, ServerHello. */
package dev.dovetail.tls.handshake.client;
