/**
 * The signature schemes of TLS: RSA over the platform's JCA providers, ECDSA and EdDSA over BouncyCastle, several times
 * as fast, and over the JCA for machines without it and for keys that never leave their device.
 */
package dev.dovetail.tls.signatures;
