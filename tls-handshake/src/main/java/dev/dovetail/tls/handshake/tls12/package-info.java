/** What clients and servers of TLS 1.2 have in common: what the hellos settled, the secrets, and how a handshake ends. */
package dev.dovetail.tls.handshake.tls12;
