/** Many connections at once, for long, many of them disturbed on purpose. */
@org.jspecify.annotations.NullMarked
package dev.dovetail.tls.peers.soak;
