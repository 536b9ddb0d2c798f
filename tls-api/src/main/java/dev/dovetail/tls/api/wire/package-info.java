/** A codec that names its fields: the same lines parse, report errors with a path, and annotate a live handshake. */
package dev.dovetail.tls.api.wire;
