/** ChaCha20-Poly1305 as a bulk cipher of TLS, one class per implementation; what they share is package-private. */
package dev.dovetail.tls.ciphers.chacha20;
