/** Sessions and ticket keys in Redis: what one member of a fleet keeps, each member finds. */
package dev.dovetail.tls.sessions.redis;
