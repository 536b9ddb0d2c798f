/** The frame of every state machine: a state, what it may do, and a slow step that it waits for. */
package dev.dovetail.tls.handshake.engine;
