/** The suites of TLS 1.3. */
package dev.dovetail.tls.suites.aead;
