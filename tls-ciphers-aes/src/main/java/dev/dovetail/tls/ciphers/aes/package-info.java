/** AES as bulk ciphers of TLS, one class per algorithm; what they share is package-private. */
package dev.dovetail.tls.ciphers.aes;
