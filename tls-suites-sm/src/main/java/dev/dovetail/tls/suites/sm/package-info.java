/**
 * The algorithms of RFC 8998 over BouncyCastle's lightweight API: SM4 in GCM and CCM, SM3, curveSM2, SM2 signatures, and
 * the suites of TLS 1.3 that are made of them.
 */
package dev.dovetail.tls.suites.sm;
