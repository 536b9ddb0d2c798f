/**
 * Records that everybody can read and nobody can change: the suites of RFC 9150 for TLS 1.3, and the NULL suites of TLS 1.2.
 */
@org.jspecify.annotations.NullMarked
package dev.dovetail.tls.suites.integrity;
