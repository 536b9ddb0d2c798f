/**
 * What a plug-in implements. Every part is stateless, thread-safe, has a public no-argument constructor, and is
 * registered for the {@link java.util.ServiceLoader} under the interface of its kind.
 */
package dev.dovetail.tls.api.spi;
