/**
 * ECDHE for TLS 1.2, its groups for TLS 1.2 and 1.3, and the TLS_ECDHE suites. The groups compute over BouncyCastle, and
 * over the JDK where that is missing.
 */
package dev.dovetail.tls.suites.ecdhe;
