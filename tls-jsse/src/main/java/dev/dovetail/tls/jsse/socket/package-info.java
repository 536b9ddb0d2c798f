/** Sockets and their factories. */
package dev.dovetail.tls.jsse.socket;
