/** Dovetail behind javax.net.ssl. */
package dev.dovetail.tls.jsse;
