/**
 * Records: framing, protection, key changes, fragments and floods (RFC 8446 5, RFC 5246 6). One object per direction of
 * a connection, for one thread at a time; nothing here blocks or does I/O.
 */
package dev.dovetail.tls.record;
