/**
 * AES in CCM mode as bulk ciphers of TLS, by two implementations, and the suites that use them. What they share is
 * package-private.
 */
package dev.dovetail.tls.ciphers.ccm;
