/** Handshake messages: reading and writing of each stand in one file. */
package dev.dovetail.tls.handshake.message;
