/** Key managers and trust managers as the core's credentials and verifiers. */
package dev.dovetail.tls.jsse.credential;
