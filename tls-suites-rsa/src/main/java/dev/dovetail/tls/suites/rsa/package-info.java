/**
 * RSA key transport and the TLS_RSA suites of TLS 1.2: without forward secrecy, for peers that have nothing else. The
 * server answers no question about the padding of what it decrypts.
 */
package dev.dovetail.tls.suites.rsa;
