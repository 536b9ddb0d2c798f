/** From contexts, parameters and system properties to the configuration of one connection. */
package dev.dovetail.tls.jsse.setup;
