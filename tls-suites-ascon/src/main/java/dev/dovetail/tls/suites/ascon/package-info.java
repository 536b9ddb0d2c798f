/** Ascon-AEAD128 (NIST SP 800-232) and its suite. */
package dev.dovetail.tls.suites.ascon;
