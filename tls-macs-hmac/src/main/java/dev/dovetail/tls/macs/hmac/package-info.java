/** Hash algorithms and HMAC, one class per algorithm; what they share is package-private. */
package dev.dovetail.tls.macs.hmac;
