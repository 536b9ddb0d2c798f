/** What a connection holds on to while nobody uses it. */
@org.jspecify.annotations.NullMarked
package dev.dovetail.tls.peers.memory;
