/**
 * The Brainpool curves of RFC 5639: groups of TLS 1.2 (RFC 7027), groups and signature schemes of TLS 1.3 (RFC 8734).
 * Everything is computed by BouncyCastle; the JDK dropped these curves in version 16.
 */
package dev.dovetail.tls.groups.brainpool;
