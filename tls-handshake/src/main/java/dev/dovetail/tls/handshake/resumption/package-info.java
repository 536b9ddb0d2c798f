/** How a server seals sessions, and how both sides find out whether one may be resumed. */
package dev.dovetail.tls.handshake.resumption;
