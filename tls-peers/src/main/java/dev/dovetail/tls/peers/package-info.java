/** Dovetail beside other JSSE providers, through {@code javax.net.ssl} and nothing else. */
@org.jspecify.annotations.NullMarked
package dev.dovetail.tls.peers;
