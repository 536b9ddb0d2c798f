/** Values that exist only where something was checked: a connection can't be built without them. */
package dev.dovetail.tls.handshake.proof;
