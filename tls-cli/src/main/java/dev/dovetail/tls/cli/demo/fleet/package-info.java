/** The demonstration of servers that share sessions: what goes on when one of them is killed, or Redis. */
package dev.dovetail.tls.cli.demo.fleet;
