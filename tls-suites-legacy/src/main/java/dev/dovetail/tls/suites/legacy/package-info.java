/**
 * DES, 3DES, RC4, SEED, MD5, DSS and suites without any proof of who the peer is: all of it has to be named before it is
 * used.
 */
@org.jspecify.annotations.NullMarked
package dev.dovetail.tls.suites.legacy;
