/** ML-KEM (FIPS 203) as named groups of TLS 1.3, and its hybrids with elliptic curves. */
package dev.dovetail.tls.groups.mlkem;
