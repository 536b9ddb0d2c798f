/** Camellia (RFC 3713) as bulk ciphers of TLS, one class per algorithm, and their suites; what they share is package-private. */
package dev.dovetail.tls.suites.camellia;
