/**
 * AEGIS-128L and AEGIS-256 (draft-irtf-cfrg-aegis-aead) in pure Java, with their suites of TLS 1.3: the worked example of
 * an algorithm that no Java has.
 */
package dev.dovetail.tls.suites.aegis;
