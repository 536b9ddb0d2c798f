/** Dovetail against other TLS stacks, both ways: the JDK's own, OpenSSL, GnuTLS, and curl as a client. */
package dev.dovetail.tls.interop;
