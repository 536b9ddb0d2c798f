/** The SSLEngine. */
package dev.dovetail.tls.jsse.engine;
