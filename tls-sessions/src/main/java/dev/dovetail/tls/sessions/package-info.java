/** Where a server keeps sessions and ticket keys: in memory, in files, and behind a guard where they are elsewhere. */
package dev.dovetail.tls.sessions;
