/** What clients and servers of TLS 1.3 share: the course of keys, signed content, the standing connection. */
package dev.dovetail.tls.handshake.tls13;
