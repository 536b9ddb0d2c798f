/** Key derivation of both versions: HKDF and the key schedule, the PRF and the key block, the transcript. */
package dev.dovetail.tls.handshake.key;
