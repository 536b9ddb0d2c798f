/** ARIA (RFC 5794) as bulk ciphers of TLS, one class per algorithm, and their suites; what they share is package-private. */
package dev.dovetail.tls.suites.aria;
