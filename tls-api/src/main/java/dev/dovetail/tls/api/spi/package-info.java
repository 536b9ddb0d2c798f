/**
 * What a plug-in implements. Every part is thread-safe, has no state that shows, has a public no-argument constructor, and is
 * registered for the {@link java.util.ServiceLoader} under the interface of its kind. What a part hands out to be closed
 * refuses to work afterwards with an {@link IllegalStateException}; closing it again does nothing.
 */
package dev.dovetail.tls.api.spi;
