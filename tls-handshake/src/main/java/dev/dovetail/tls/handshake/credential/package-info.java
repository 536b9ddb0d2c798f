/** Who we are and whom we believe: certificate chains with their keys, and the verifiers of a peer's chain. */
package dev.dovetail.tls.handshake.credential;
