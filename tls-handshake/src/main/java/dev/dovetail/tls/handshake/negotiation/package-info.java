/** Choosing: versions, suites, groups, credentials, limits; each failure names what both sides offered. */
package dev.dovetail.tls.handshake.negotiation;
