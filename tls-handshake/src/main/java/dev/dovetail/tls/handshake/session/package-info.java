/** Sessions that are resumed: what is kept of a handshake, who keeps it, and under which keys. */
package dev.dovetail.tls.handshake.session;
