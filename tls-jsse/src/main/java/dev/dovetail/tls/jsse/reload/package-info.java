/** Files that are read again when they change. */
package dev.dovetail.tls.jsse.reload;
