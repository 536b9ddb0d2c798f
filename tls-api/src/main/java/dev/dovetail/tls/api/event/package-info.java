/** What an observer sees of a connection. A connection that nobody observes builds none of it. */
package dev.dovetail.tls.api.event;
