/** The protocol's own extensions: one file each, and the block that holds them in a message. */
package dev.dovetail.tls.handshake.extension;
